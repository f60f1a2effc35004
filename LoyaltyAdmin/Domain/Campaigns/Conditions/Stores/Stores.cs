using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>In certain stores.</summary>
public sealed record StoresCondition : Condition
{
    [MinLength(1)]
    public IReadOnlyList<string> Stores { get; init; } = [];
}

/// <summary>Whether the purchase is made in one of the stores.</summary>
public sealed class Stores() : ConditionMechanic<StoresCondition>("stores")
{
    protected override ConditionTest Prepare(StoresCondition settings)
    {
        var stores = GoodsIndex.Names(settings.Stores);
        return (purchase, _) => Match.If(stores.Contains(purchase.Draft.Store.Trim()));
    }

    protected override Requirement Require(StoresCondition settings) => new(Stores: settings.Stores);
}
