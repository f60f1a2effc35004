using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Which column is which field, as a person is choosing it on the page.</summary>
public sealed class ColumnChoice
{
    private readonly ImportField?[] fields;
    private readonly Dictionary<ImportField, string> constants = [];
    private readonly HashSet<int> byContent = [];

    private ColumnChoice(ImportKind kind, ImportPreview preview) =>
        (Kind, Preview, fields) = (kind, preview, new ImportField?[preview.Columns.Count]);

    public ImportKind Kind { get; }

    public ImportPreview Preview { get; }

    public ImportField? this[int column] => fields[column];

    /// <summary>Fields that may be given for all rows, because no column gives them.</summary>
    public IEnumerable<ImportField> Open => ImportFields.Of(Kind).Where(f => ImportFields.CanBeConstant(f) && !fields.Contains(f));

    /// <summary>What must be chosen still: of each group one.</summary>
    public IReadOnlyList<IReadOnlyList<ImportField>> Missing =>
        [.. ImportFields.Required(Kind).Where(group => !group.Any(f => fields.Contains(f) || constants.ContainsKey(f)))];

    /// <summary>A choice as the file itself suggests it.</summary>
    public static ColumnChoice Suggested(ImportKind kind, ImportPreview preview)
    {
        var choice = new ColumnChoice(kind, preview);
        var suggested = ColumnSuggestion.Suggest(kind, preview.Columns, preview.Contents);
        for (var i = 0; i < suggested.Count; i++)
        {
            choice.fields[i] = suggested[i]?.Field;
            if (suggested[i] is { ByContent: true })
            {
                choice.byContent.Add(i);
            }
        }

        return choice;
    }

    /// <summary>A choice as it was made for such a file before.</summary>
    public static ColumnChoice Of(ImportKind kind, ImportPreview preview, ImportPlan plan)
    {
        var choice = new ColumnChoice(kind, preview);
        var labels = preview.Labels.Select(ImportFields.Fold).ToList();
        foreach (var (column, name) in plan.Columns)
        {
            var index = labels.IndexOf(ImportFields.Fold(column));
            if (index >= 0 && ImportFields.Find(kind, name) is { } field)
            {
                choice.Choose(index, field);
            }
        }

        foreach (var (name, value) in plan.Constants)
        {
            if (ImportFields.Find(kind, name) is { } field)
            {
                choice.Set(field, value);
            }
        }

        return choice;
    }

    /// <summary>Whether only the content speaks for the field of a column.</summary>
    public bool IsByContent(int column) => byContent.Contains(column);

    /// <summary>Gives a column a field, or none; a column that had it before loses it.</summary>
    public void Choose(int column, ImportField? field)
    {
        for (var i = 0; i < fields.Length && field is not null; i++)
        {
            fields[i] = fields[i] == field ? null : fields[i];
        }

        fields[column] = field;
        byContent.Remove(column);
        if (field is { } given)
        {
            constants.Remove(given);
        }
    }

    /// <summary>The value of a field in all rows; empty where none is set.</summary>
    public string Constant(ImportField field) => constants.GetValueOrDefault(field, "");

    /// <summary>Sets the value of a field in all rows; nothing to take it away.</summary>
    public void Set(ImportField field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            constants.Remove(field);
        }
        else
        {
            constants[field] = value.Trim();
        }
    }

    /// <summary>The choice as a plan, added to how the file is read.</summary>
    public ImportPlan Plan(ImportPlan reading) => reading with
    {
        Exact = true,
        Columns = Enumerable.Range(0, fields.Length).Where(i => fields[i] is not null)
            .ToDictionary(i => Preview.Labels[i], i => ImportFields.NameOf(fields[i]!.Value)),
        Constants = constants.ToDictionary(c => ImportFields.NameOf(c.Key), c => c.Value),
    };
}
