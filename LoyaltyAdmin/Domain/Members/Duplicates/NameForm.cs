using System.Globalization;
using System.Text;

namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>
/// The one form of a name that its spellings share: Cyrillic or Latin, ё or е, Дмитрий, Dmitriy or Dmitry. Not a
/// transliteration to be read: what tells no names apart is folded away.
/// </summary>
public static class NameForm
{
    private static readonly Dictionary<char, string> Latin = new()
    {
        ['А'] = "A",
        ['Б'] = "B",
        ['В'] = "V",
        ['Г'] = "G",
        ['Д'] = "D",
        ['Е'] = "E",
        ['Ё'] = "E",
        ['Ж'] = "ZH",
        ['З'] = "Z",
        ['И'] = "I",
        ['Й'] = "I",
        ['К'] = "K",
        ['Л'] = "L",
        ['М'] = "M",
        ['Н'] = "N",
        ['О'] = "O",
        ['П'] = "P",
        ['Р'] = "R",
        ['С'] = "S",
        ['Т'] = "T",
        ['У'] = "U",
        ['Ф'] = "F",
        ['Х'] = "H",
        ['Ц'] = "TS",
        ['Ч'] = "CH",
        ['Ш'] = "SH",
        ['Щ'] = "SCH",
        ['Ъ'] = "",
        ['Ы'] = "I",
        ['Ь'] = "",
        ['Э'] = "E",
        ['Ю'] = "IU",
        ['Я'] = "IA",
        ['І'] = "I",
        ['Ї'] = "I",
        ['Є'] = "E",
        ['Ў'] = "U",
    };

    /// <summary>What several Latin spellings of one sound become, in this order.</summary>
    private static readonly (string From, string To)[] Folds =
    [
        ("SHCH", "SCH"), ("KH", "H"), ("PH", "F"), ("CK", "K"), ("TZ", "TS"), ("X", "KS"), ("W", "V"), ("Y", "I"), ("J", "I"),
        ("IE", "E"), ("IO", "E"), ("II", "I"), ("II", "I"),
    ];

    /// <summary>The form of a name; empty for none.</summary>
    public static string Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "";
        }

        var letters = new StringBuilder();
        foreach (var c in name.ToUpperInvariant().Normalize(NormalizationForm.FormC))
        {
            _ = Latin.TryGetValue(c, out var latin) ? letters.Append(latin) : letters.Append(c);
        }

        var plain = string.Concat(letters.ToString().Normalize(NormalizationForm.FormD)
            .Where(c => char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        foreach (var (from, to) in Folds)
        {
            plain = plain.Replace(from, to, StringComparison.Ordinal);
        }

        // Hard C: Victor, Viktor. Double letters are heard as one.
        var form = new StringBuilder();
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i] == 'C' && (i + 1 == plain.Length || plain[i + 1] != 'H') && (i == 0 || plain[i - 1] != 'S') ? 'K' : plain[i];
            if (form.Length == 0 || form[^1] != c)
            {
                form.Append(c);
            }
        }

        return form.ToString();
    }
}
