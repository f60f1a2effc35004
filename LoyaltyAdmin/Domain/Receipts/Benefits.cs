using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>What a plan or a club gives to those in it. What is not set is as without it.</summary>
public sealed record Benefits
{
    public const int LongestWords = 1000;
    private const int PercentDecimals = 4;

    /// <summary>Percent of the base, or points for each full step, where that is more than the member has anyway.</summary>
    public decimal? AccrualRate { get; init; }

    /// <summary>Discount at the till in percent, where that is more than the member has anyway.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>The largest part of a receipt that points may pay, in percent, where that is more than the member has anyway.</summary>
    public decimal? MaximumSharePercent { get; init; }

    /// <summary>What else it gives, in words for customers and cashiers.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => AccrualRate is null && DiscountPercent is null && MaximumSharePercent is null && string.IsNullOrWhiteSpace(Words);

    /// <summary>What it changes for purchases.</summary>
    /// <param name="name">Of the plan or club, as customers know it.</param>
    public MemberPrivilege ToPrivilege(string name) => new(name)
    {
        AccrualRate = AccrualRate,
        DiscountPercent = DiscountPercent,
        MaximumSharePercent = MaximumSharePercent,
    };

    /// <summary>What is wrong with it, each with its field.</summary>
    /// <param name="area">The feature whose words tell it.</param>
    public IEnumerable<Rejection> Check(string area)
    {
        (string Field, decimal? Value)[] rates = [("accrualRate", AccrualRate), ("discountPercent", DiscountPercent), ("maximumSharePercent", MaximumSharePercent)];
        foreach (var (field, value) in rates.Where(r => r.Value is { } value && (value is < 0 or > 100 || decimal.Round(value, PercentDecimals) != value)))
        {
            yield return new Rejection($"{area}.RateOutOfRange", value!.Value) { Field = field };
        }

        if (Words.Length > LongestWords)
        {
            yield return new Rejection($"{area}.WordsTooLong", LongestWords) { Field = "words" };
        }

        if (IsEmpty)
        {
            yield return new Rejection($"{area}.NothingGiven") { Field = "discountPercent" };
        }
    }
}

/// <summary>What a plan or a club gives one member, and when.</summary>
/// <param name="Privilege">Its rates, under its name.</param>
/// <param name="From">From this instant on (UTC).</param>
/// <param name="Until">Up to this instant, exclusive.</param>
public sealed record MemberBenefit(MemberPrivilege Privilege, DateTime From, DateTime Until)
{
    /// <summary>The subscription that is paid for; null where nothing is.</summary>
    public long? SubscriptionId { get; init; }

    public bool HoldsAt(DateTime at) => From <= at && at < Until;

    /// <summary>Only what is more than other terms give: nobody has less for being in a plan or a club. Null where nothing is left.</summary>
    public MemberBenefit? Above(MemberTerms terms)
    {
        var privilege = new MemberPrivilege(Privilege.Name)
        {
            AccrualRate = Privilege.AccrualRate > terms.Accrual.Rate ? Privilege.AccrualRate : null,
            DiscountPercent = Privilege.DiscountPercent > terms.Discount.Rate ? Privilege.DiscountPercent : null,
            MaximumSharePercent = Privilege.MaximumSharePercent > terms.MaximumShare.Rate ? Privilege.MaximumSharePercent : null,
        };
        return privilege is { AccrualRate: null, DiscountPercent: null, MaximumSharePercent: null } ? null : this with { Privilege = privilege };
    }
}

/// <summary>What a subscription brought on one line of a receipt, over what the member would have had without it; hundredths of a unit, below zero where it cost.</summary>
/// <param name="SubscriptionId">Which.</param>
/// <param name="Line">Of the receipt.</param>
/// <param name="Discount">More off the price.</param>
/// <param name="Points">More points, at the money that a point is worth.</param>
public sealed record LineSaving(long SubscriptionId, int Line, long Discount, long Points);
