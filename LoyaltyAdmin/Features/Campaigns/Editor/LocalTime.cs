using System.Globalization;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>Local times as fields of a form keep them.</summary>
public static class LocalTime
{
    private const string Instant = "yyyy-MM-ddTHH:mm";
    private const string Clock = "HH:mm";

    /// <summary>A date and time; null for none.</summary>
    public static string? Write(DateTime? local) => local?.ToString(Instant, CultureInfo.InvariantCulture);

    /// <summary>A time of day; null for none.</summary>
    public static string? Write(TimeOnly? time) => time?.ToString(Clock, CultureInfo.InvariantCulture);

    /// <summary>A date and time; null for anything else.</summary>
    public static DateTime? Read(string? typed) =>
        DateTime.TryParseExact(typed, [Instant, "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    /// <summary>A time of day; null for anything else.</summary>
    public static TimeOnly? ReadTime(string? typed) =>
        TimeOnly.TryParseExact(typed, [Clock, "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
