using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Api.Values;

/// <summary>
/// An instant as a caller writes it: ISO 8601, with an offset, or without one and then in the program's time zone. A date
/// alone is its local midnight.
/// </summary>
[JsonConverter(typeof(Json))]
public readonly record struct ApiInstant : IParsable<ApiInstant>
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
    ];

    private readonly DateTime written;
    private readonly TimeSpan? offset;

    private ApiInstant(DateTime written, TimeSpan? offset) => (this.written, this.offset) = (written, offset);

    /// <summary>The instant in UTC and whole milliseconds.</summary>
    public DateTime ToUtc(ProgramTimeline timeline)
    {
        var utc = offset is { } known
            ? DateTime.SpecifyKind(written - known, DateTimeKind.Utc)
            : timeline.CalendarAt(DateTime.SpecifyKind(written, DateTimeKind.Utc)).ToUtc(written);
        return new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }

    /// <summary>An instant as the API tells it: with the offset that the program's zone has then.</summary>
    public static DateTimeOffset Tell(DateTime utc, ProgramTimeline timeline) =>
        TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), timeline.CalendarAt(utc).Zone);

    public static ApiInstant Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var instant) ? instant : throw new FormatException("Not an instant of ISO 8601.");

    public static bool TryParse(string? s, IFormatProvider? provider, out ApiInstant result)
    {
        result = default;
        if (DateTime.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            result = new ApiInstant(day, null);
        }
        else if (DateTimeOffset.TryParseExact(
            s, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            result = new ApiInstant(instant.DateTime, HasOffset(s!) ? instant.Offset : null);
        }

        return result.written.Year is >= FirstYear and <= LastYear;
    }

    /// <summary>Behind the T of a date and time, only an offset holds one of these signs.</summary>
    private static bool HasOffset(string text) => text.AsSpan(10).IndexOfAny('Z', '+', '-') >= 0;

    /// <summary>Reads an instant from a JSON text.</summary>
    public sealed class Json : JsonConverter<ApiInstant>
    {
        public override ApiInstant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), null, out var instant)
                ? instant
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, ApiInstant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.written.ToString("O", CultureInfo.InvariantCulture));
    }
}
