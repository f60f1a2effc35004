using System.Runtime.CompilerServices;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>Rows for a workbook.</summary>
public static class ListRows
{
    /// <summary>All rows of a list of some thousands at most, read as its pages are.</summary>
    public static async IAsyncEnumerable<T> ByPagesAsync<T>(Func<PageRequest, Task<IReadOnlyList<T>>> read, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var skip = 0; ; skip += PageRequest.MaximumTake)
        {
            ct.ThrowIfCancellationRequested();
            var rows = await read(new PageRequest(skip, PageRequest.MaximumTake));
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < PageRequest.MaximumTake)
            {
                yield break;
            }
        }
    }

    /// <summary>Rows that are at hand already.</summary>
    public static async IAsyncEnumerable<T> OfAsync<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
        }

        await Task.CompletedTask;
    }
}
