using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A reward made ready to be given, for all threads.</summary>
public sealed class PreparedReward
{
    private readonly GoodsIndex? chosen;

    /// <summary>Makes a reward ready.</summary>
    /// <param name="reward">Its settings.</param>
    /// <param name="mechanic">Its kind.</param>
    /// <param name="onAllGoods">Whether no condition of its campaign names goods.</param>
    /// <param name="byCode">Whether its campaign needs a code.</param>
    public PreparedReward(Reward reward, RewardMechanic mechanic, bool onAllGoods, bool byCode)
    {
        (Reward, Mechanic) = (reward, mechanic);
        (Kind, Phase) = (mechanic.KindOf(reward), mechanic.PhaseOf(reward, onAllGoods, byCode));
        IsForItems = Kind == RewardKind.Discount && mechanic.PhaseOf(reward, onAllGoods, byCode: false) == ReceiptPhase.Item;
        chosen = reward is GoodsReward { On: RewardTarget.Chosen } goods ? new GoodsIndex(goods.Goods) : null;
    }

    public Reward Reward { get; }

    public RewardMechanic Mechanic { get; }

    public RewardKind Kind { get; }

    /// <summary>The stage at which it is given at the earliest.</summary>
    public ReceiptPhase Phase { get; }

    /// <summary>Whether it discounts certain goods, so that they are discounted goods to other rules.</summary>
    public bool IsForItems { get; }

    /// <summary>The goods that it is for.</summary>
    /// <param name="purchase">What is bought.</param>
    /// <param name="matched">What the conditions matched; null for all goods.</param>
    public LineSet Lines(Purchase purchase, LineSet? matched) =>
        chosen is not null ? purchase.Find(chosen)
        : Reward is GoodsReward { On: RewardTarget.Matched } ? matched ?? purchase.Goods
        : purchase.Goods;
}
