using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>What the address of a list, or of its workbook, says after the question mark.</summary>
public sealed class ListParameters
{
    private readonly Dictionary<string, StringValues> values;

    private ListParameters(Dictionary<string, StringValues> values) => this.values = values;

    /// <summary>The first value of a name; null where there is none.</summary>
    public string? this[string name] => values.TryGetValue(name, out var value) && value.Count > 0 ? value[0] : null;

    /// <summary>The columns that were chosen; null for the list's own choice.</summary>
    public string? Columns => this["columns"];

    /// <summary>Of an address, or of what stands behind its question mark.</summary>
    public static ListParameters Of(string address) =>
        new(new Dictionary<string, StringValues>(QueryHelpers.ParseQuery(address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..]), StringComparer.OrdinalIgnoreCase));

    /// <summary>Of a request, for the addresses of workbooks.</summary>
    public static ValueTask<ListParameters> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.Request.QueryString.Value ?? ""));
}
