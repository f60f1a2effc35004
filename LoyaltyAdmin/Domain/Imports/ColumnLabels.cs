using System.Globalization;

namespace LoyaltyAdmin.Domain.Imports;

/// <summary>Names by which a person tells the columns of a file apart, also where the file leaves some without or names two alike.</summary>
public static class ColumnLabels
{
    /// <summary>The columns' own names; those without are numbered as spreadsheets letter them, those of equal names counted.</summary>
    public static List<string> Of(IReadOnlyList<string> columns)
    {
        var labels = new List<string>(columns.Count);
        var taken = new HashSet<string>();
        for (var i = 0; i < columns.Count; i++)
        {
            var name = columns[i].Length > 0 ? columns[i] : Letters(i);
            var label = name;
            for (var n = 2; !taken.Add(label); n++)
            {
                label = string.Create(CultureInfo.InvariantCulture, $"{name} ({n})");
            }

            labels.Add(label);
        }

        return labels;
    }

    /// <summary>A, B … Z, AA …</summary>
    private static string Letters(int index) =>
        (index >= 26 ? Letters((index / 26) - 1) : "") + (char)('A' + (index % 26));
}
