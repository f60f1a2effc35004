using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Certain goods, so many or for so much.</summary>
public sealed record SkusCondition : Condition
{
    [MinLength(1)]
    public IReadOnlyList<string> Skus { get; init; } = [];

    public GoodsMeasure Measure { get; init; }

    /// <summary>Units, or units of currency.</summary>
    [Range(0.001, 100_000_000), Decimals(3)]
    public decimal AtLeast { get; init; } = 1m;
}

/// <summary>Whether the receipt has enough of the goods, and which lines they are.</summary>
public sealed class Skus() : ConditionMechanic<SkusCondition>("skus")
{
    public override bool IsAboutGoods => true;

    protected override ConditionTest Prepare(SkusCondition settings) =>
        EnoughGoods.Test(new GoodsIndex(new GoodsSet { Skus = settings.Skus }), null, settings.Measure, settings.AtLeast);

    protected override Requirement Require(SkusCondition settings) => new(new GoodsSet { Skus = settings.Skus });
}
