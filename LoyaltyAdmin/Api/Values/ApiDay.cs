using System.Globalization;

namespace LoyaltyAdmin.Api.Values;

/// <summary>
/// A day in the address of a call: <c>YYYY-MM-DD</c> and nothing else. Days before or after all receipts that can be posted
/// mean the same as the first or last of them, so that figures need not think of the calendar's ends.
/// </summary>
public readonly record struct ApiDay(DateOnly Day) : IParsable<ApiDay>
{
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2200, 1, 1);

    public static ApiDay Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var day) ? day : throw new FormatException("Not a day of ISO 8601.");

    public static bool TryParse(string? s, IFormatProvider? provider, out ApiDay result)
    {
        var read = DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        result = new ApiDay(day < First ? First : day > Last ? Last : day);
        return read;
    }

    public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
