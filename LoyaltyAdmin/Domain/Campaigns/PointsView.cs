using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What points of a campaign are given for.</summary>
/// <param name="Purchase">What is bought.</param>
/// <param name="Lines">For which the reward is.</param>
/// <param name="Earning">What the receipt earns on.</param>
/// <param name="Times">How often the conditions are fulfilled.</param>
public readonly record struct PointsView(Purchase Purchase, LineSet Lines, EarningBase Earning, int Times)
{
    /// <summary>Hundredths of money that the lines earn on.</summary>
    public long Base()
    {
        var sum = 0L;
        for (var i = 0; i < Earning.Lines.Length; i++)
        {
            sum += Lines.Contains(i) ? Earning.Lines[i] : 0;
        }

        return sum;
    }

    /// <summary>How often a reward is given that is given so.</summary>
    /// <param name="per">Once, each time, for each whole unit or for each full sum.</param>
    /// <param name="each">The full sum, in units of currency.</param>
    public long Count(RewardPer per, decimal each) => per switch
    {
        RewardPer.Time => Times,
        RewardPer.Unit => Purchase.Units(Lines) / 1000,
        RewardPer.Sum => Base() / Math.Max(1, Purchase.Minor(each)),
        _ => 1,
    };
}

/// <summary>What a receipt earns on, and what the main scheme gives for it.</summary>
/// <param name="lines">Hundredths of money, by line.</param>
/// <param name="mainParts">Smallest parts of a point that the main scheme gives for each hundredth, before rounding.</param>
/// <param name="partsOfPoint">How many smallest parts make a point.</param>
/// <param name="multiplicative">Whether multipliers multiply each other.</param>
public sealed class EarningBase(long[] lines, decimal mainParts, int partsOfPoint, bool multiplicative)
{
    private readonly decimal[]? factors = multiplicative ? [.. lines.Select(_ => 1m)] : null;

    public long[] Lines => lines;

    public int PartsOfPoint => partsOfPoint;

    /// <summary>What a multiplier adds to the main scheme on some lines: smallest parts before rounding.</summary>
    public decimal Multiply(LineSet on, decimal factor)
    {
        var extra = 0m;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!on.Contains(i))
            {
                continue;
            }

            var so = factors?[i] ?? 1m;
            extra += lines[i] * mainParts * so * (factor - 1m);
            if (factors is not null)
            {
                factors[i] = so * factor;
            }
        }

        return extra;
    }
}
