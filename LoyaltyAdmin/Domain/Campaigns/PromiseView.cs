namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What something is promised for.</summary>
/// <param name="Campaign">Key of the campaign.</param>
/// <param name="Paid">Hundredths of money to pay for the goods that the reward is for.</param>
/// <param name="Units">Whole units of those goods.</param>
/// <param name="Times">How often the conditions are fulfilled.</param>
public readonly record struct PromiseView(string Campaign, long Paid, long Units, int Times)
{
    /// <summary>How often something is promised that is promised so.</summary>
    /// <param name="per">Once, each time, for each whole unit or for each full sum.</param>
    /// <param name="each">The full sum, in units of currency.</param>
    public int Count(RewardPer per, decimal each) => (int)Math.Min(int.MaxValue, per switch
    {
        RewardPer.Time => Times,
        RewardPer.Unit => Units,
        RewardPer.Sum => Paid / Math.Max(1, Purchase.Minor(each)),
        _ => 1,
    });
}
