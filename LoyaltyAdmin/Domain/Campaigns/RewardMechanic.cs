using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What a reward is to the engine.</summary>
public enum RewardKind
{
    Discount,

    /// <summary>Changes what points may pay.</summary>
    Redemption,

    Points,

    /// <summary>Something that posting carries out.</summary>
    Promise,
}

/// <summary>A kind of reward: one folder, one line in <see cref="RewardCatalog"/>. It keeps nothing between purchases.</summary>
/// <param name="key">Stable name.</param>
/// <param name="settings">The type of its settings.</param>
/// <param name="kind">What it is to the engine.</param>
public abstract class RewardMechanic(string key, Type settings, RewardKind kind)
{
    public string Key => key;

    public Type Settings => settings;

    /// <summary>Whether only members can have it.</summary>
    public virtual bool NeedsMember => KindIs(RewardKind.Points) || KindIs(RewardKind.Redemption);

    /// <summary>What a reward is to the engine.</summary>
    public virtual RewardKind KindOf(Reward reward) => kind;

    /// <summary>Whether it is for fulfilling the conditions and not for the sum, so that it stays whole while they hold.</summary>
    public virtual bool IsPerTime(Reward reward) => false;

    /// <summary>The stage at which it is given.</summary>
    /// <param name="reward">Its settings.</param>
    /// <param name="onAllGoods">Whether no condition of its campaign names goods.</param>
    /// <param name="byCode">Whether its campaign needs a code.</param>
    public ReceiptPhase PhaseOf(Reward reward, bool onAllGoods, bool byCode) => KindOf(reward) switch
    {
        RewardKind.Discount when byCode => ReceiptPhase.Coupon,
        RewardKind.Discount => IsOnWhole(reward, onAllGoods) ? ReceiptPhase.Receipt : ReceiptPhase.Item,
        RewardKind.Redemption => ReceiptPhase.Points,
        _ => ReceiptPhase.Accrual,
    };

    /// <summary>Finds the discount.</summary>
    /// <param name="reward">Its settings.</param>
    /// <param name="view">What is to be discounted.</param>
    /// <param name="off">Hundredths to take off each line.</param>
    public virtual void Discount(Reward reward, DiscountView view, long[] off) => throw new NotSupportedException(Key);

    /// <summary>Finds the points: smallest parts of a point before rounding.</summary>
    public virtual decimal Points(Reward reward, PointsView view) => throw new NotSupportedException(Key);

    /// <summary>Finds what is promised; null for nothing.</summary>
    public virtual Promise? Promise(Reward reward, PromiseView view) => throw new NotSupportedException(Key);

    /// <summary>Whether it is for the receipt as a whole.</summary>
    protected virtual bool IsOnWhole(Reward reward, bool onAllGoods) =>
        reward is GoodsReward { On: var on } && (on == RewardTarget.Whole || (on == RewardTarget.Matched && onAllGoods));

    private bool KindIs(RewardKind other) => kind == other;
}

/// <summary>A kind of reward that takes something off prices.</summary>
/// <param name="key">Stable name.</param>
public abstract class DiscountMechanic<T>(string key) : RewardMechanic(key, typeof(T), RewardKind.Discount)
    where T : Reward
{
    public sealed override void Discount(Reward reward, DiscountView view, long[] off) => Evaluate((T)reward, view, off);

    /// <summary>Finds the discount.</summary>
    /// <param name="settings">Of the reward.</param>
    /// <param name="view">What is to be discounted.</param>
    /// <param name="off">Hundredths to take off each line.</param>
    protected abstract void Evaluate(T settings, DiscountView view, long[] off);
}

/// <summary>A kind of reward that gives points.</summary>
/// <param name="key">Stable name.</param>
public abstract class PointsMechanic<T>(string key) : RewardMechanic(key, typeof(T), RewardKind.Points)
    where T : Reward
{
    public sealed override decimal Points(Reward reward, PointsView view) => Evaluate((T)reward, view);

    /// <summary>Smallest parts of a point, before rounding.</summary>
    protected abstract decimal Evaluate(T settings, PointsView view);
}

/// <summary>A kind of reward that posting carries out.</summary>
/// <param name="key">Stable name.</param>
public abstract class PromiseMechanic<T>(string key) : RewardMechanic(key, typeof(T), RewardKind.Promise)
    where T : Reward
{
    public sealed override Promise? Promise(Reward reward, PromiseView view) => Evaluate((T)reward, view);

    /// <summary>What is promised; null for nothing.</summary>
    protected abstract Promise? Evaluate(T settings, PromiseView view);
}
