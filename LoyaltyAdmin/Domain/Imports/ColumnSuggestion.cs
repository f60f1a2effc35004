namespace LoyaltyAdmin.Domain.Imports;

/// <summary>What a column probably holds, and whether its name says so or only its content.</summary>
public readonly record struct SuggestedField(ImportField Field, bool ByContent);

/// <summary>Suggests which column holds which field: by the names first, then by what the cells look like.</summary>
public static class ColumnSuggestion
{
    /// <summary>Of each column its field, or null where it is probably of no use.</summary>
    /// <param name="kind">What the file holds.</param>
    /// <param name="columns">The names in the file's first row.</param>
    /// <param name="contents">What the cells of each look like.</param>
    public static IReadOnlyList<SuggestedField?> Suggest(ImportKind kind, IReadOnlyList<string> columns, IReadOnlyList<ColumnContent> contents)
    {
        var suggested = new SuggestedField?[columns.Count];
        var taken = new HashSet<ImportField>();

        // A name that leaves no doubt comes before one that only likely means the same.
        Take(column => ImportFields.Find(kind, column));
        Take(column => ImportFields.Suggest(kind, column));
        foreach (var field in ImportFields.Of(kind).Where(f => !taken.Contains(f)).ToList())
        {
            // Two columns of such content leave open which of them it is.
            var fitting = Enumerable.Range(0, columns.Count).Where(i => suggested[i] is null && Fits(field, contents[i])).ToList();
            if (fitting is [var only] && IsTelling(kind, field, taken))
            {
                suggested[only] = new SuggestedField(field, ByContent: true);
                taken.Add(field);
            }
        }

        return suggested;

        void Take(Func<string, ImportField?> find)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (suggested[i] is null && find(columns[i]) is { } field && taken.Add(field))
                {
                    suggested[i] = new SuggestedField(field, ByContent: false);
                }
            }
        }
    }

    private static bool Fits(ImportField field, ColumnContent content) => field switch
    {
        ImportField.Email => content == ColumnContent.Email,
        ImportField.Phone => content == ColumnContent.Phone,
        ImportField.OccurredAt => content is ColumnContent.Instant or ColumnContent.Day,
        ImportField.OccurredTime => content == ColumnContent.Time,
        ImportField.BirthDate => content == ColumnContent.Day,
        ImportField.Amount => content == ColumnContent.Fraction,
        _ => false,
    };

    /// <summary>Whether such content says enough for the field, seen what is found already.</summary>
    private static bool IsTelling(ImportKind kind, ImportField field, HashSet<ImportField> taken) => (kind, field) switch
    {
        (_, ImportField.Amount) => !taken.Contains(ImportField.Price),
        (ImportKind.Members, ImportField.BirthDate) => !taken.Contains(ImportField.JoinedAt),
        _ => true,
    };
}
