using System.Globalization;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>One thing by which a list is filtered, said once: in the address, on the chip that clears it, and in the workbook.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Write">What the address says of it; null where it does not filter.</param>
/// <param name="Read">The filter with what the address says; what is not understood, and null, does not filter.</param>
/// <param name="Words">What it is filtered by, in words; null where it does not filter.</param>
public sealed record ListField<TFilter>(
    string Key, string Name, Func<TFilter, string?> Write, Func<TFilter, string?, TFilter> Read, Func<TFilter, string?> Words)
{
    /// <summary>The words of the workbook, where they are others.</summary>
    public Func<TFilter, string?>? ExcelWords { get; init; }
}

/// <summary>Makes the fields of filters.</summary>
public static class ListField
{
    /// <summary>Under which a search stands in addresses.</summary>
    public const string Search = "search";

    /// <summary>Under which the first day of a period stands in addresses.</summary>
    public const string From = "from";

    /// <summary>Under which the last day of a period stands in addresses.</summary>
    public const string To = "to";

    /// <summary>Any words.</summary>
    public static ListField<TFilter> Text<TFilter>(string key, string name, Func<TFilter, string?> get, Func<TFilter, string?, TFilter> set) =>
        new(key, name, get, (filter, text) => set(filter, string.IsNullOrWhiteSpace(text) ? null : text.Trim()), get);

    /// <summary>A day.</summary>
    public static ListField<TFilter> Day<TFilter>(string key, string name, Func<TFilter, DateOnly?> get, Func<TFilter, DateOnly?, TFilter> set) =>
        new(key, name, filter => IsoDay.Write(get(filter)), (filter, text) => set(filter, IsoDay.Read(text)), filter => get(filter) is { } day ? Formats.Date(day) : null);

    /// <summary>One of a few.</summary>
    public static ListField<TFilter> Choice<TFilter, TValue>(
        string key, string name, Func<TFilter, TValue?> get, Func<TFilter, TValue?, TFilter> set, Func<TValue, string> words)
        where TValue : struct, Enum => new(
            key,
            name,
            filter => get(filter)?.ToString().ToLowerInvariant(),
            (filter, text) => set(filter, Enum.TryParse<TValue>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null),
            filter => get(filter) is { } value ? words(value) : null);

    /// <summary>One or the other: what the address calls them, and what people do.</summary>
    public static ListField<TFilter> Either<TFilter>(
        string key, string name, Func<TFilter, bool?> get, Func<TFilter, bool?, TFilter> set, (string Key, string Words) yes, (string Key, string Words) no) => new(
            key,
            name,
            filter => get(filter) is { } value ? (value ? yes : no).Key : null,
            (filter, text) => set(filter, text == yes.Key ? true : text == no.Key ? false : null),
            filter => get(filter) is { } value ? (value ? yes : no).Words : null);

    /// <summary>A thing by its number.</summary>
    public static ListField<TFilter> Number<TFilter>(string key, string name, Func<TFilter, long?> get, Func<TFilter, long?, TFilter> set, Func<long, string> words) => new(
        key,
        name,
        filter => get(filter)?.ToString(CultureInfo.InvariantCulture),
        (filter, text) => set(filter, long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null),
        filter => get(filter) is { } number ? words(number) : null);
}
