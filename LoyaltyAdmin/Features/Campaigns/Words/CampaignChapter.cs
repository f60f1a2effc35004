namespace LoyaltyAdmin.Features.Campaigns.Words;

/// <summary>A part of what a campaign is, in sentences.</summary>
/// <param name="Key">Stable: audience, when, conditions, rewards, limits, stacking, rest.</param>
/// <param name="Heading">What it is about.</param>
/// <param name="Lines">Its sentences.</param>
public sealed record CampaignChapter(string Key, string Heading, IReadOnlyList<string> Lines);

/// <summary>What two versions of a campaign say differently.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Before">What only the first says.</param>
/// <param name="After">What only the second says.</param>
public sealed record ChapterChange(string Heading, IReadOnlyList<string> Before, IReadOnlyList<string> After);
