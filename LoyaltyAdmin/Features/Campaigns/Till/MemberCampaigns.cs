using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Features.Campaigns.Till;

/// <summary>What campaigns ask of one member, as it was read and as the batch has changed it.</summary>
internal sealed class MemberCampaigns
{
    public DateOnly? BirthDate { get; set; }

    /// <summary>Clubs and plans by key, with the times in which the member is in them.</summary>
    public List<Span> Clubs { get; } = [];

    public List<Span> Plans { get; } = [];

    public List<string> Lists { get; } = [];

    public Dictionary<CounterKey, CounterState> Counters { get; } = [];

    /// <summary>Uses by campaign and local day.</summary>
    public Dictionary<(int Campaign, DateOnly Day), int> Uses { get; } = [];

    /// <summary>A time in which something holds; the end is exclusive.</summary>
    public readonly record struct Span(string Key, DateTime From, DateTime Until);

    /// <summary>The keys that hold at an instant.</summary>
    public static IReadOnlyCollection<string> At(List<Span> spans, DateTime at) => [.. spans.Where(s => s.From <= at && at < s.Until).Select(s => s.Key)];
}
