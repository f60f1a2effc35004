using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Imports;

/// <summary>Which column of a file holds which field.</summary>
public sealed class ColumnMap
{
    private readonly int[] indexes;
    private readonly IReadOnlyList<string> columns;
    private readonly Dictionary<ImportField, string> constants = [];

    private ColumnMap(IReadOnlyList<string> columns)
    {
        this.columns = columns;
        indexes = new int[Enum.GetValues<ImportField>().Length];
        Array.Fill(indexes, -1);
    }

    /// <summary>Cells that a row must have.</summary>
    public int Width => columns.Count;

    /// <summary>The columns that no field is read from.</summary>
    public IReadOnlyList<string> Unused => [.. columns.Where((_, i) => Array.IndexOf(indexes, i) < 0)];

    /// <summary>The place of a field's column from 0; −1 where the file has none.</summary>
    public int this[ImportField field] => indexes[(int)field];

    /// <summary>The value that stands for all rows where no column gives the field; null if there is none.</summary>
    public string? Constant(ImportField field) => constants.GetValueOrDefault(field);

    /// <summary>A field's column as the file names it, for messages.</summary>
    public string NameOf(ImportField field) => this[field] < 0 ? ImportFields.NameOf(field) : columns[this[field]];

    public bool Has(ImportField field) => indexes[(int)field] >= 0 || constants.ContainsKey(field);

    /// <summary>Finds the fields' columns: those that the mapping names, and the others by their names.</summary>
    /// <param name="kind">What the file holds.</param>
    /// <param name="columns">The names in the file's first row.</param>
    /// <param name="mapping">Column of the file → field, for columns with names of their own; null if there are none.</param>
    /// <param name="constants">Field → the value of all rows.</param>
    /// <param name="exact">Whether the mapping is all there is: columns that it does not name are not read.</param>
    public static Result<ColumnMap> Match(
        ImportKind kind,
        IReadOnlyList<string> columns,
        IReadOnlyDictionary<string, string>? mapping,
        IReadOnlyDictionary<string, string>? constants = null,
        bool exact = false)
    {
        var map = new ColumnMap(columns);
        foreach (var (name, value) in constants ?? new Dictionary<string, string>())
        {
            if (ImportFields.Find(kind, name) is not { } field)
            {
                return new Rejection("Imports.UnknownField", name) { Field = "mapping" };
            }

            map.constants[field] = value;
        }

        var mapped = new HashSet<int>();
        foreach (var (column, name) in mapping ?? new Dictionary<string, string>())
        {
            var index = IndexOf(columns, column);
            if (index < 0)
            {
                return new Rejection("Imports.UnknownColumn", column) { Field = "mapping" };
            }

            mapped.Add(index);
            if (string.IsNullOrWhiteSpace(name))
            {
                continue;
            }

            if (ImportFields.Find(kind, name) is not { } field)
            {
                return new Rejection("Imports.UnknownField", name) { Field = "mapping" };
            }

            if (map[field] >= 0)
            {
                return Twice(map, field, columns[index]);
            }

            map.indexes[(int)field] = index;
        }

        var byMapping = (int[])map.indexes.Clone();
        for (var i = 0; i < columns.Count && !exact; i++)
        {
            if (mapped.Contains(i) || ImportFields.Find(kind, columns[i]) is not { } field || byMapping[(int)field] >= 0)
            {
                continue;
            }

            if (map[field] >= 0)
            {
                return Twice(map, field, columns[i]);
            }

            map.indexes[(int)field] = i;
        }

        return ImportFields.Required(kind).FirstOrDefault(group => !group.Any(map.Has)) is { } missing
            ? new Rejection("Imports.MissingColumn", string.Join(" / ", missing.Select(ImportFields.NameOf)), string.Join(", ", columns)) { Field = "file" }
            : map;
    }

    private static Rejection Twice(ColumnMap map, ImportField field, string other) =>
        new("Imports.ColumnTwice", ImportFields.NameOf(field), map.NameOf(field), other) { Field = "file" };

    private static int IndexOf(IReadOnlyList<string> columns, string name)
    {
        var label = ColumnLabels.Of(columns).IndexOf(name);
        if (label >= 0)
        {
            return label;
        }

        for (var i = 0; i < columns.Count; i++)
        {
            if (ImportFields.Fold(columns[i]) == ImportFields.Fold(name))
            {
                return i;
            }
        }

        return -1;
    }
}
