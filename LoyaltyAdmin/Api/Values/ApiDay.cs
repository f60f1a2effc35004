using System.Globalization;

namespace LoyaltyAdmin.Api.Values;

/// <summary>A day in the address of a call: <c>YYYY-MM-DD</c> and nothing else.</summary>
public readonly record struct ApiDay(DateOnly Day) : IParsable<ApiDay>
{
    public static ApiDay Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var day) ? day : throw new FormatException("Not a day of ISO 8601.");

    public static bool TryParse(string? s, IFormatProvider? provider, out ApiDay result)
    {
        var read = DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        result = new ApiDay(day);
        return read;
    }

    public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
