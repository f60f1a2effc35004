using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>How much of goods is measured.</summary>
public enum GoodsMeasure
{
    /// <summary>Units.</summary>
    Quantity,

    /// <summary>Money.</summary>
    Sum,
}

/// <summary>Goods of certain categories, so many or for so much.</summary>
public sealed record CategoriesCondition : Condition
{
    [MinLength(1)]
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>SKUs that do not count.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    public GoodsMeasure Measure { get; init; }

    /// <summary>Units, or units of currency.</summary>
    [Range(0.001, 100_000_000), Decimals(3)]
    public decimal AtLeast { get; init; } = 1m;
}

/// <summary>Whether the receipt has enough of the categories, and which lines they are.</summary>
public sealed class Categories() : ConditionMechanic<CategoriesCondition>("categories")
{
    public override bool IsAboutGoods => true;

    protected override ConditionTest Prepare(CategoriesCondition settings)
    {
        var except = GoodsIndex.Names(settings.Except);
        return EnoughGoods.Test(
            new GoodsIndex(new GoodsSet { Categories = settings.Categories }), except.Count == 0 ? null : except, settings.Measure, settings.AtLeast);
    }

    protected override Requirement Require(CategoriesCondition settings) => new(new GoodsSet { Categories = settings.Categories });
}
