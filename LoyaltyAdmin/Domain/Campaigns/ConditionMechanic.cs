using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A kind of condition: one folder, one line in <see cref="ConditionCatalog"/>. It keeps nothing between purchases.</summary>
/// <param name="key">Stable name.</param>
/// <param name="settings">The type of its settings.</param>
public abstract class ConditionMechanic(string key, Type settings)
{
    public string Key => key;

    public Type Settings => settings;

    /// <summary>What it asks beside the receipt.</summary>
    public virtual CampaignNeeds Needs => CampaignNeeds.None;

    /// <summary>Whether it judges what is bought, so that a return may change its answer.</summary>
    public virtual bool IsAboutGoods => false;

    /// <summary>Makes the test of a condition.</summary>
    public abstract ConditionTest Prepare(Condition condition);

    /// <summary>What a receipt must have at least for it to hold, to pass over campaigns quickly.</summary>
    public virtual Requirement Require(Condition condition) => Requirement.None;
}

/// <summary>A kind of condition with settings of its own.</summary>
/// <param name="key">Stable name.</param>
public abstract class ConditionMechanic<T>(string key) : ConditionMechanic(key, typeof(T))
    where T : Condition
{
    public sealed override ConditionTest Prepare(Condition condition) => Prepare((T)condition);

    public sealed override Requirement Require(Condition condition) => Require((T)condition);

    /// <summary>Makes the test of a condition.</summary>
    protected abstract ConditionTest Prepare(T settings);

    /// <summary>What a receipt must have at least for it to hold.</summary>
    protected virtual Requirement Require(T settings) => Requirement.None;
}

/// <summary>What a receipt must have for a condition to hold; null is nothing in particular.</summary>
/// <param name="Goods">One of these at least.</param>
/// <param name="Stores">In one of these.</param>
/// <param name="Weekdays">On one of these.</param>
public sealed record Requirement(GoodsSet? Goods = null, IReadOnlyList<string>? Stores = null, IReadOnlyList<DayOfWeek>? Weekdays = null)
{
    public static readonly Requirement None = new();

    /// <summary>Of both conditions together; of two that differ one is enough to pass over most.</summary>
    public Requirement And(Requirement other) => new(Goods ?? other.Goods, Stores ?? other.Stores, Weekdays ?? other.Weekdays);

    /// <summary>Of either condition.</summary>
    public Requirement Or(Requirement other) => new(
        Goods is null || other.Goods is null
            ? null
            : new GoodsSet { Skus = [.. Goods.Skus, .. other.Goods.Skus], Categories = [.. Goods.Categories, .. other.Goods.Categories] },
        Stores is null || other.Stores is null ? null : [.. Stores, .. other.Stores],
        Weekdays is null || other.Weekdays is null ? null : [.. Weekdays, .. other.Weekdays]);
}
