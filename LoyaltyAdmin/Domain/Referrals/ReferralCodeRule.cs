using System.Text;

namespace LoyaltyAdmin.Domain.Referrals;

/// <summary>How codes look and are read: eight signs none of which is taken for another, said and typed in two halves.</summary>
public static class ReferralCodeRule
{
    public const int Length = 8;

    /// <summary>No vowels, so no words; none of 0 O Q, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V beside its twin.</summary>
    public const string Alphabet = "234679CDFHJKMNPRTVWXY";

    private const string Cyrillic = "АВЕКМНОРСТУХ";
    private const string Latin = "ABEKMHOPCTYX";

    /// <summary>A code of random numbers.</summary>
    /// <param name="random">A number from zero up to, not including, the one that it gets.</param>
    public static string Make(Func<int, int> random)
    {
        var code = new StringBuilder(Length);
        for (var i = 0; i < Length; i++)
        {
            code.Append(Alphabet[random(Alphabet.Length)]);
        }

        return code.ToString();
    }

    /// <summary>As it is kept: upper case without blanks and dashes, Cyrillic twins as Latin. Null where it cannot be a code.</summary>
    public static string? Normalise(string? text)
    {
        var code = new StringBuilder(Length);
        foreach (var sign in (text ?? "").ToUpperInvariant())
        {
            if (char.IsWhiteSpace(sign) || sign is '-' or '–' or '—')
            {
                continue;
            }

            code.Append(Cyrillic.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var twin ? Latin[twin] : sign);
        }

        return code.Length == Length && code.ToString() is var read && read.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal)) ? read : null;
    }

    /// <summary>As it is shown: <c>H7KM-94TP</c>.</summary>
    public static string Show(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";
}
