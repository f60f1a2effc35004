using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Finds out what the cells of a column look like: what nearly all of them are.</summary>
internal static class ColumnContents
{
    private const double NearlyAll = 0.9;

    public static ColumnContent Of(IEnumerable<string> cells, DayOrder order)
    {
        var counts = new Dictionary<ColumnContent, int>();
        var filled = 0;
        foreach (var cell in cells.Where(c => c.Length > 0))
        {
            filled++;
            var content = Of(cell, order);
            counts[content] = counts.GetValueOrDefault(content) + 1;
        }

        if (filled == 0)
        {
            return ColumnContent.Empty;
        }

        // Whole amounts among others, days without a time among others: the wider kind holds both.
        Merge(ColumnContent.Whole, ColumnContent.Fraction);
        Merge(ColumnContent.Day, ColumnContent.Instant);
        return counts.Where(c => c.Value >= filled * NearlyAll).Select(c => c.Key).FirstOrDefault(ColumnContent.Text);

        void Merge(ColumnContent narrow, ColumnContent wide)
        {
            if (counts.ContainsKey(wide))
            {
                counts[wide] += counts.GetValueOrDefault(narrow);
                counts.Remove(narrow);
            }
        }
    }

    private static ColumnContent Of(string text, DayOrder order)
    {
        if (text.Contains('@', StringComparison.Ordinal) && text.LastIndexOf('.') > text.IndexOf('@', StringComparison.Ordinal))
        {
            return ColumnContent.Email;
        }

        if (IsPhone(text))
        {
            return ColumnContent.Phone;
        }

        if (WrittenInstant.TryParse(text, order, out var written))
        {
            return written.Value.TimeOfDay == TimeSpan.Zero && text.Length <= 10 ? ColumnContent.Day : ColumnContent.Instant;
        }

        if (WrittenInstant.TryParseTime(text, out _))
        {
            return ColumnContent.Time;
        }

        return FixedPoint.TryParse(text, 6, out var number) == NumberProblem.None
            ? number % 1_000_000 == 0 && text.IndexOfAny(['.', ',']) < 0 ? ColumnContent.Whole : ColumnContent.Fraction
            : ColumnContent.Text;
    }

    /// <summary>A number of a telephone's length that begins or is divided as one.</summary>
    private static bool IsPhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= 10 and <= 15
            && text.All(c => char.IsAsciiDigit(c) || c is '+' or '(' or ')' or ' ' or '-' or '\u00A0')
            && (text[0] == '+' || text.Contains('(', StringComparison.Ordinal) || (digits == 11 && text[0] is '7' or '8'));
    }
}
