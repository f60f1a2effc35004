using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>What of a list is shown: its filter, its order and its page, as the address says.</summary>
/// <param name="Filter">Which rows.</param>
/// <param name="Sort">By what: <see cref="TableColumn{T}.Sort"/> of a column, or the list's own order.</param>
/// <param name="Descending">Whether from the greatest down.</param>
/// <param name="Page">1, 2, 3 …</param>
public sealed record ListState<TFilter>(TFilter Filter, string Sort, bool Descending, int Page = 1)
{
    /// <summary>The order as the queries of the list name it.</summary>
    public TSort By<TSort>()
        where TSort : struct, Enum => Enum.Parse<TSort>(Sort);

    /// <summary>The rows of the page.</summary>
    public PageRequest Rows(int size) => new((Page - 1) * size, size);
}
