namespace LoyaltyAdmin.Domain.Imports;

/// <summary>Something that the shop sells, as its own list of goods has it.</summary>
public sealed class Good
{
    public required string Sku { get; init; }

    public string? Name { get; set; }

    public string? Category { get; set; }
}
