using LoyaltyAdmin.Domain.Offers;

namespace LoyaltyAdmin.Domain.Subscriptions;

/// <summary>A plan that members can subscribe to. Its terms change over time; each holds from an instant on.</summary>
public sealed class SubscriptionPlan : IOffer<PlanTerms>
{
    public int Id { get; init; }

    /// <summary>Names the plan to tills and shops; never changes.</summary>
    public required string Key { get; init; }

    /// <summary>As customers know it.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it can be started now. Who has it keeps it either way.</summary>
    public bool IsSold { get; set; } = true;

    public required DateTime CreatedAt { get; init; }

    /// <summary>Counts its changes, so that of two at once one is told.</summary>
    public int Version { get; set; }

    /// <summary>In the order of their time.</summary>
    public List<PlanVersion> Versions { get; init; } = [];

    bool IOffer<PlanTerms>.IsOpen
    {
        get => IsSold;
        set => IsSold = value;
    }

    IReadOnlyList<IOfferVersion<PlanTerms>> IOffer<PlanTerms>.Versions => Versions;

    /// <summary>The terms in force at an instant.</summary>
    public PlanVersion At(DateTime at) => Versions.InForceAt(at);

    void IOffer<PlanTerms>.Add(int number, DateTime from, PlanTerms terms, string author) =>
        Versions.Add(new PlanVersion { PlanId = Id, Number = number, From = from, Terms = terms, Author = author });
}

/// <summary>Terms of a plan, for good: a receipt and a payment are judged by those in force at their own time.</summary>
public sealed class PlanVersion : IOfferVersion<PlanTerms>
{
    public int PlanId { get; init; }

    /// <summary>1, 2, 3 … within the plan.</summary>
    public required int Number { get; init; }

    public required DateTime From { get; init; }

    public required PlanTerms Terms { get; init; }

    /// <summary>Who made them.</summary>
    public required string Author { get; init; }
}
