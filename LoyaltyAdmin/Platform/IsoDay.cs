using System.Globalization;

namespace LoyaltyAdmin.Platform;

/// <summary>A day in an address: 2026-03-10.</summary>
public static class IsoDay
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The day; null for anything else.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day as it is read back; null for none.</summary>
    public static string? Write(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture);
}
