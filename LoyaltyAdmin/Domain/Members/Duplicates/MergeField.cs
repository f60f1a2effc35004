namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>What is one member's or the other's after a merge. External ids and cards are not chosen: all of them go on naming the survivor.</summary>
public enum MergeField
{
    LastName,
    FirstName,
    BirthDate,
    Phone,
    Email,
    Joined,
    Channel,
    AgreedToOffers,
    Note,
}
