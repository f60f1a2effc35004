using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Referrals;

/// <summary>How codes look and are read: eight signs none of which is taken for another, said and typed in two halves.</summary>
public static class ReferralCodeRule
{
    public const int Length = 8;

    /// <summary>A code of random numbers.</summary>
    /// <param name="random">A number from zero up to, not including, the one that it gets.</param>
    public static string Make(Func<int, int> random) => CodeText.Make(Length, random);

    /// <summary>As it is kept; null where it cannot be a code.</summary>
    public static string? Normalise(string? text) =>
        CodeText.Fold(text) is { Length: Length } code && code.All(sign => CodeText.Alphabet.Contains(sign, StringComparison.Ordinal)) ? code : null;

    /// <summary>As it is shown: <c>H7KM-94TP</c>.</summary>
    public static string Show(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";
}
