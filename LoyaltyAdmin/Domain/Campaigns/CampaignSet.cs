using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>The campaigns that run, made ready once for all receipts and threads, with the policy by which they stack.</summary>
public sealed class CampaignSet
{
    public static readonly CampaignSet Empty = new([], StackingPolicy.Usual);

    private readonly CampaignIndex index;
    private readonly OfferUnit[][] byPhase;

    /// <summary>Makes campaigns ready.</summary>
    /// <param name="campaigns">Versions of campaigns; of one campaign several with times that do not overlap.</param>
    /// <param name="policy">How they stack.</param>
    public CampaignSet(IEnumerable<RunningCampaign> campaigns, StackingPolicy policy)
    {
        Policy = policy;
        Campaigns = [.. campaigns
            .OrderBy(c => c.Terms.Stacking.Priority).ThenBy(c => c.Key, StringComparer.Ordinal).ThenBy(c => c.Version)
            .Select(c => new PreparedCampaign(c))];
        Needs = Campaigns.Aggregate(CampaignNeeds.None, (needs, c) => needs | c.Needs);
        index = new CampaignIndex(Campaigns);
        var units = OfferUnit.Arrange(Campaigns, policy);
        byPhase = [.. Enum.GetValues<ReceiptPhase>().Select(phase => units.Where(u => u.Phase == phase).ToArray())];
    }

    public StackingPolicy Policy { get; }

    /// <summary>By priority, then by key.</summary>
    public IReadOnlyList<PreparedCampaign> Campaigns { get; }

    /// <summary>The facts that all of them ask for.</summary>
    public CampaignNeeds Needs { get; }

    /// <summary>What one purchase asks for: the facts, and the campaigns whose limits and counters may matter.</summary>
    public CampaignQuestions Ask(ReceiptDraft draft, ProgramCalendar calendar)
    {
        var local = calendar.ToLocal(draft.OccurredAt);
        var found = draft.PartnerId is null ? index.Find(draft, local.DayOfWeek) : null;
        var (needs, keys, counters) = (CampaignNeeds.None, new List<string>(), new List<CounterKey>());
        for (var i = 0; found is not null && i < Campaigns.Count; i++)
        {
            var campaign = Campaigns[i];
            if ((found[i >> 6] & (1ul << i)) == 0 || !campaign.RunsAt(draft.OccurredAt, local))
            {
                continue;
            }

            needs |= campaign.Needs;
            keys.Add(campaign.Key);
            counters.AddRange(ConditionTree.Leaves(campaign.Terms.Condition).OfType<CollectedCondition>()
                .Select(c => new CounterKey(campaign.Key, c.Counter, Collected.StartOf(c.Span, DateOnly.FromDateTime(local)))));
        }

        return new CampaignQuestions(draft.Codes.Count > 0 ? needs | CampaignNeeds.Codes : needs, keys, [.. counters.Distinct()]);
    }

    /// <summary>The campaigns that a purchase can concern, as bits by place; null where there are none.</summary>
    internal ulong[]? Find(ReceiptDraft draft, DayOfWeek day) => index.Find(draft, day);

    /// <summary>What is decided at a stage, in its order.</summary>
    internal OfferUnit[] UnitsAt(ReceiptPhase phase) => byPhase[(int)phase];
}

/// <summary>What must be read to run campaigns on one purchase.</summary>
/// <param name="Needs">Which facts.</param>
/// <param name="Campaigns">Keys of the campaigns whose standing may matter.</param>
/// <param name="Counters">The running totals that may move.</param>
public sealed record CampaignQuestions(CampaignNeeds Needs, IReadOnlyList<string> Campaigns, IReadOnlyList<CounterKey> Counters);
