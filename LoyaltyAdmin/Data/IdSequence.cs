namespace LoyaltyAdmin.Data;

/// <summary>The next free identifier of one table whose rows are numbered by the program: see <see cref="IdSource"/>.</summary>
public sealed class IdSequence
{
    public required string Name { get; init; }

    public long Next { get; set; }
}
