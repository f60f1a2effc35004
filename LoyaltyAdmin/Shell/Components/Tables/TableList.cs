using System.Globalization;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using Microsoft.AspNetCore.WebUtilities;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>
/// What a list is, said once for its page, its address and its workbook: columns, what it is filtered by, its order where
/// nobody chose one. What an address says and the list does not know is passed over.
/// </summary>
/// <param name="Name">Under which a person's columns are remembered.</param>
/// <param name="Path">The address of the list without filters; it may hold parameters that stay.</param>
/// <param name="Export">The address of its workbook likewise.</param>
/// <param name="Columns">In the order of the list's own choice.</param>
public sealed record TableList<TRow, TFilter>(string Name, string Path, string Export, IReadOnlyList<TableColumn<TRow>> Columns)
    where TFilter : notnull, new()
{
    /// <summary>In the order of the address and of the chips.</summary>
    public IReadOnlyList<ListField<TFilter>> Fields { get; init; } = [];

    /// <summary>By what the list is sorted where the address does not say.</summary>
    public required string Sort { get; init; }

    public bool Descending { get; init; }

    public int PageSize { get; init; } = 50;

    /// <summary>What the parameters ask for.</summary>
    public ListState<TFilter> Read(ListParameters parameters)
    {
        var filter = Fields.Aggregate(new TFilter(), (read, field) => field.Read(read, parameters[field.Key]));
        var page = int.TryParse(parameters["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, int.MaxValue / PageRequest.MaximumTake) : 1;
        var asked = parameters["sort"];
        return Columns.Select(c => c.Sort).Append(Sort).FirstOrDefault(sort => sort is not null && sort.Equals(asked?.TrimStart('-'), StringComparison.OrdinalIgnoreCase)) is { } known
            ? new ListState<TFilter>(filter, known, asked!.StartsWith('-'), page)
            : new ListState<TFilter>(filter, Sort, Descending, page);
    }

    /// <summary>The address of the list.</summary>
    public string AddressOf(ListState<TFilter> state) => QueryHelpers.AddQueryString(
        Path, Parameters(state).Append(new("page", state.Page > 1 ? state.Page.ToString(CultureInfo.InvariantCulture) : null)).Where(p => p.Value is not null));

    /// <summary>The address of the workbook with the columns that are shown.</summary>
    public string ExportOf(ListState<TFilter> state, TableView<TRow> view) =>
        view.ExportOf(QueryHelpers.AddQueryString(Export, Parameters(state).Where(p => p.Value is not null)));

    /// <summary>What is filtered by, in words, each with the list without it.</summary>
    public IReadOnlyList<FilterChip> Chips(ListState<TFilter> state) =>
    [
        .. from field in Fields
           let words = field.Words(state.Filter)
           where words is not null
           select new FilterChip($"{field.Name}: {words}", AddressOf(state with { Filter = field.Read(state.Filter, null), Page = 1 })),
    ];

    /// <summary>What is filtered by, for the workbook; days from and to are its period.</summary>
    public IReadOnlyList<ExcelFilter> Describe(TFilter filter) =>
    [
        .. from field in Fields
           where field.Key is not (ListField.From or ListField.To)
           let words = (field.ExcelWords ?? field.Words)(filter)
           where words is not null
           select new ExcelFilter(field.Name, words),
    ];

    /// <summary>The days from and to in words; null where the filter names neither.</summary>
    public string? Period(TFilter filter)
    {
        var (from, to) = (WordsOf(ListField.From), WordsOf(ListField.To));
        return from is null && to is null ? null : $"{from ?? "…"} – {to ?? "…"}";

        string? WordsOf(string key) => Fields.FirstOrDefault(f => f.Key == key)?.Words(filter);
    }

    /// <summary>Rows that are few and at hand already, in the order of a column.</summary>
    public IEnumerable<TRow> Sorted(IEnumerable<TRow> rows, ListState<TFilter> state) =>
        Columns.FirstOrDefault(c => c.Sort == state.Sort) is not { } column ? rows
        : state.Descending ? rows.OrderByDescending(column.Value)
        : rows.OrderBy(column.Value);

    private IEnumerable<KeyValuePair<string, string?>> Parameters(ListState<TFilter> state) =>
        Fields.Select(field => new KeyValuePair<string, string?>(field.Key, field.Write(state.Filter)))
            .Append(new("sort", (state.Sort, state.Descending) == (Sort, Descending) ? null : $"{(state.Descending ? "-" : "")}{state.Sort.ToLowerInvariant()}"));
}
