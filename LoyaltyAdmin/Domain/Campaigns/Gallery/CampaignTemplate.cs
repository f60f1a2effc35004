namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Words in both languages.</summary>
public sealed record GalleryWords(string English, string Russian)
{
    /// <summary>The words in a language by its two letters; English for any other than Russian.</summary>
    public string In(string language) => language == "ru" ? Russian : English;
}

/// <summary>A campaign that is ready but for what only the shop knows: its goods, lists and series.</summary>
/// <param name="Key">Stable name; the key that a campaign made from it begins with.</param>
/// <param name="Goal">What it is for.</param>
/// <param name="Name">As customers would know it.</param>
/// <param name="About">Why it works, in a sentence.</param>
/// <param name="Terms">What it promises.</param>
public sealed record CampaignTemplate(string Key, CampaignGoal Goal, GalleryWords Name, GalleryWords About, CampaignTerms Terms)
{
    /// <summary>Share of members that is kept out to measure what came of it, in percent.</summary>
    public const decimal UsualControl = 10m;

    /// <summary>How many days it runs from tomorrow; null for one that has no end.</summary>
    public int? Days { get; init; }
}
