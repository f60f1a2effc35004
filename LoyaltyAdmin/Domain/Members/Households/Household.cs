namespace LoyaltyAdmin.Domain.Members.Households;

/// <summary>
/// Members who spend their points as one. Each keeps the own account and earns on it; what all of them have together pays
/// for what any of them buys. Who belongs to it says <see cref="Member.HouseholdId"/>.
/// </summary>
public sealed class Household
{
    public int Id { get; init; }

    /// <summary>The member who stands for it.</summary>
    public required long HeadId { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Rises with each change of who belongs to it, so that of two who take its last place one wins.</summary>
    public int Version { get; set; }
}
