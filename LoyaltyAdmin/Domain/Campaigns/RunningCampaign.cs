using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A version of a campaign that decides receipts.</summary>
/// <param name="Key">Names the campaign through all versions; never changes.</param>
/// <param name="Name">As customers know it.</param>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="Terms">What it promises.</param>
public sealed record RunningCampaign(string Key, string Name, int Version, CampaignTerms Terms)
{
    /// <summary>From when on this version decides (UTC).</summary>
    public DateTime From { get; init; } = ProgramCalendar.BeginningOfTime;

    /// <summary>Up to when it decides, exclusive: paused, ended, or replaced by the next version.</summary>
    public DateTime Until { get; init; } = ProgramCalendar.Never;
}
