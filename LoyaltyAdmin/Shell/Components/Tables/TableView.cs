using LoyaltyAdmin.Platform.Excel;
using Microsoft.AspNetCore.WebUtilities;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>The columns that a list can show and those that it does show, in their order.</summary>
public sealed record TableView<T>
{
    private TableView(string name, IReadOnlyList<TableColumn<T>> all, IReadOnlyList<TableColumn<T>> shown) => (Name, All, Shown) = (name, all, shown);

    /// <summary>Under which the choice is remembered.</summary>
    public string Name { get; }

    public IReadOnlyList<TableColumn<T>> All { get; }

    public IReadOnlyList<TableColumn<T>> Shown { get; }

    /// <summary>The choice as text: keys with commas between; null where it is the list's own.</summary>
    public string? Chosen => Shown.SequenceEqual(All.Where(c => !c.Hidden)) ? null : string.Join(',', Shown.Select(c => c.Key));

    /// <summary>The chosen columns in the order of the choice; what is not known is passed over, what is fixed comes back.</summary>
    public static TableView<T> Of(string name, IReadOnlyList<TableColumn<T>> all, string? chosen)
    {
        var known = (chosen ?? "").Split(',')
            .Select(key => all.FirstOrDefault(c => c.Key == key)).OfType<TableColumn<T>>()
            .Distinct().ToList();
        if (known.Count == 0)
        {
            return new TableView<T>(name, all, [.. all.Where(c => !c.Hidden)]);
        }

        return all.Where(c => c.Fixed).Aggregate(new TableView<T>(name, all, known), (view, column) => view.With(column));
    }

    /// <summary>With a column after the one that it follows by nature.</summary>
    public TableView<T> With(TableColumn<T> column)
    {
        if (Shown.Contains(column))
        {
            return this;
        }

        var before = All.TakeWhile(c => c != column).LastOrDefault(c => Shown.Contains(c));
        var shown = Shown.ToList();
        shown.Insert(before is null ? 0 : shown.IndexOf(before) + 1, column);
        return new TableView<T>(Name, All, shown);
    }

    /// <summary>Exactly these columns, as they stand; what is fixed stays.</summary>
    public TableView<T> Having(IReadOnlyList<TableColumn<T>> shown) => Of(Name, All, string.Join(',', shown.Select(c => c.Key)));

    public TableView<T> Without(TableColumn<T> column) =>
        column.Fixed ? this : new TableView<T>(Name, All, [.. Shown.Where(c => c != column)]);

    /// <summary>With a column so many places later, or earlier below zero.</summary>
    public TableView<T> Moved(TableColumn<T> column, int places)
    {
        var shown = Shown.ToList();
        var place = shown.IndexOf(column);
        var wanted = Math.Clamp(place + places, 0, shown.Count - 1);
        if (place < 0 || place == wanted)
        {
            return this;
        }

        shown.RemoveAt(place);
        shown.Insert(wanted, column);
        return new TableView<T>(Name, All, shown);
    }

    /// <summary>The list's own choice.</summary>
    public TableView<T> Reset() => Of(Name, All, null);

    /// <summary>The address of a workbook with these columns.</summary>
    public string ExportOf(string href) => Chosen is { } chosen ? QueryHelpers.AddQueryString(href, "columns", chosen) : href;

    /// <summary>The columns of the workbook.</summary>
    public IReadOnlyList<ExcelColumn<T>> ToExcel() => [.. Shown.Select(c => c.ToExcel())];
}
