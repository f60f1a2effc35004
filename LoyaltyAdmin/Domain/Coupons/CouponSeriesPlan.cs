using System.Text.RegularExpressions;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Coupons;

/// <summary>A series of coupons that is to be made or changed.</summary>
public sealed partial record CouponSeriesPlan
{
    public const int LongestName = 100;
    public const int LongestKey = 40;
    public const int LongestPrefix = 12;
    public const int ShortestRandom = 5;
    public const int LongestRandom = 20;
    public const int MostAtOnce = 500_000;
    public const int MostUses = 100_000_000;
    public const int LongestTerm = 3_650;

    /// <summary>Codes take at most one of so many that there can be, so that a guess hardly ever hits one.</summary>
    public const int Sparseness = 10_000;

    public string Key { get; init; } = "";

    public string Name { get; init; } = "";

    public CouponKind Kind { get; init; }

    /// <summary>The word of a shared promo code.</summary>
    public string Code { get; init; } = "";

    public string Prefix { get; init; } = "";

    public int Length { get; init; } = 8;

    /// <summary>How many codes to make at once; 0 where a file or campaigns bring them.</summary>
    public int Count { get; init; } = 1_000;

    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day; null for no end.</summary>
    public DateOnly? To { get; init; }

    public int TermDays { get; init; }

    public int? UsesPerCode { get; init; } = 1;

    public int? UsesPerMember { get; init; }

    public int? UsesTotal { get; init; }

    public bool MembersOnly { get; init; }

    /// <summary>All that is wrong with it, each naming its field.</summary>
    /// <param name="isNew">Whether codes are made of it too.</param>
    public IReadOnlyList<Rejection> Check(bool isNew)
    {
        var wrong = new List<Rejection>();
        Demand(Name.Trim().Length is > 0 and <= LongestName, "Coupons.NameMissing", "name", LongestName);
        Demand(To is null || To >= From, "Coupons.EndBeforeBegin", "to");
        Demand(TermDays is >= 0 and <= LongestTerm, "Coupons.TermOutOfRange", "termDays", LongestTerm);
        foreach (var (limit, field) in new[] { (UsesPerCode, "usesPerCode"), (UsesPerMember, "usesPerMember"), (UsesTotal, "usesTotal") })
        {
            Demand(limit is null or (> 0 and <= MostUses), "Coupons.LimitOutOfRange", field, MostUses);
        }

        if (isNew)
        {
            Demand(KeyForm().IsMatch(Key), "Coupons.KeyMalformed", "key");
            CheckCodes();
        }

        return wrong;

        void Demand(bool holds, string code, string field, params object[] arguments)
        {
            if (!holds)
            {
                wrong.Add(new Rejection(code, arguments) { Field = field });
            }
        }

        void CheckCodes()
        {
            if (Kind == CouponKind.Shared)
            {
                Demand(CodeText.Fold(Code).Length is >= 3 and <= Coupon.LongestCode && Code.Trim().Length <= Coupon.LongestCode, "Coupons.CodeMalformed", "code", 3, Coupon.LongestCode);
                return;
            }

            Demand(Prefix.Length <= LongestPrefix && Prefix.All(char.IsAsciiLetterOrDigit), "Coupons.PrefixMalformed", "prefix", LongestPrefix);
            Demand(Length is >= ShortestRandom and <= LongestRandom, "Coupons.LengthOutOfRange", "length", ShortestRandom, LongestRandom);
            Demand(Count is >= 0 and <= MostAtOnce, "Coupons.CountOutOfRange", "count", MostAtOnce);
            Demand(IsSparse(Length, Count), "Coupons.TooDense", "length", Count);
        }
    }

    /// <summary>Whether so many codes of so many random signs cannot well be guessed.</summary>
    public static bool IsSparse(int length, long codes) =>
        length is < ShortestRandom or > LongestRandom || Math.Pow(CodeText.Alphabet.Length, length) >= (double)codes * Sparseness;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex KeyForm();
}
