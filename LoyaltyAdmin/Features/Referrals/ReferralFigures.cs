using LoyaltyAdmin.Domain.Referrals;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>What bringing friends has brought, from the beginning on.</summary>
public sealed record ReferralFigures
{
    /// <summary>Members who have a code.</summary>
    public required int Codes { get; init; }

    /// <summary>How many referrals stand where.</summary>
    public required IReadOnlyDictionary<ReferralState, int> States { get; init; }

    /// <summary>Why some were refused, the most frequent first.</summary>
    public required IReadOnlyList<(ReferralRefusal Refusal, int Count)> Refusals { get; init; }

    /// <summary>Friends whose first purchase counts, waiting or rewarded.</summary>
    public required int Buyers { get; init; }

    /// <summary>Points given to both sides and not taken back, in smallest parts.</summary>
    public required long Points { get; init; }

    /// <summary>What these points are worth as money in the conditions in force.</summary>
    public required decimal Worth { get; init; }

    /// <summary>Net revenue to date of friends who bought, in hundredths.</summary>
    public required long RevenueMinor { get; init; }

    /// <summary>Joined and rewarded by month, the last twelve, oldest first.</summary>
    public required IReadOnlyList<(DateOnly Month, int Joined, int Rewarded)> Months { get; init; }

    /// <summary>Friends who joined by a code that was taken.</summary>
    public int Friends => States.Where(s => s.Key != ReferralState.Refused).Sum(s => s.Value);

    /// <summary>Worth of the points for each friend rewarded; null before the first.</summary>
    public decimal? CostPerClient => Of(ReferralState.Rewarded) is > 0 and var rewarded ? Worth / rewarded : null;

    public int Of(ReferralState state) => States.GetValueOrDefault(state);
}
