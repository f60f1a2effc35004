namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>
/// What must hold for a campaign: a tree of <see cref="AllOf"/>, <see cref="AnyOf"/>, <see cref="Not"/> and the settings of the
/// mechanics of <see cref="ConditionCatalog"/>. As JSON a node names its mechanic in <c>kind</c>.
/// </summary>
public abstract record Condition;

/// <summary>All must hold; none of them is always fulfilled. The goods that matched are those of all its parts together.</summary>
public sealed record AllOf : Condition
{
    public AllOf(params IReadOnlyList<Condition> conditions) => Conditions = conditions;

    public AllOf()
    {
    }

    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>One must hold at least. The goods that matched are those of all that hold.</summary>
public sealed record AnyOf : Condition
{
    public AnyOf(params IReadOnlyList<Condition> conditions) => Conditions = conditions;

    public AnyOf()
    {
    }

    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>Must not hold. It says nothing about goods.</summary>
public sealed record Not : Condition
{
    public Not(Condition condition) => Condition = condition;

    public Not()
    {
    }

    public Condition Condition { get; init; } = new AllOf();
}
