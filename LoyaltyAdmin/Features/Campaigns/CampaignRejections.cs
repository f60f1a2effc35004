using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>What cannot be done with campaigns, and why.</summary>
internal static class CampaignRejections
{
    public static Rejection Unknown() => new("Campaigns.Unknown");

    public static Rejection KeyTaken(string key) => new("Campaigns.KeyTakenConflict", key) { Field = "key" };

    public static Rejection ChangedByAnother() => new("Common.ChangedByAnother");

    public static Rejection NotInState() => new("Campaigns.NotInStateConflict");

    public static Rejection OwnWork() => new("Campaigns.OwnWork");
}
