using System.Text;

namespace LoyaltyAdmin.Domain.Values;

/// <summary>How codes that people read, say and type are made and compared.</summary>
public static class CodeText
{
    /// <summary>No vowels, so no words; none of 0 O Q, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V beside its twin.</summary>
    public const string Alphabet = "234679CDFHJKMNPRTVWXY";

    private const string Cyrillic = "АВЕКМНОРСТУХ";
    private const string Latin = "ABEKMHOPCTYX";

    /// <summary>A code of random signs of <see cref="Alphabet"/>.</summary>
    /// <param name="length">Signs.</param>
    /// <param name="random">A number from zero up to, not including, the one that it gets.</param>
    public static string Make(int length, Func<int, int> random)
    {
        var code = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            code.Append(Alphabet[random(Alphabet.Length)]);
        }

        return code.ToString();
    }

    /// <summary>What two spellings of one code have in common: upper case without blanks and dashes, Cyrillic twins as Latin.</summary>
    public static string Fold(string? text)
    {
        var code = new StringBuilder(text?.Length ?? 0);
        foreach (var sign in (text ?? "").ToUpperInvariant())
        {
            if (!char.IsWhiteSpace(sign) && sign is not ('-' or '–' or '—'))
            {
                code.Append(Cyrillic.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var twin ? Latin[twin] : sign);
            }
        }

        return code.ToString();
    }
}
