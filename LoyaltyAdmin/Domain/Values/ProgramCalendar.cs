namespace LoyaltyAdmin.Domain.Values;

/// <summary>Days as the program's members live them: turns instants into local days and days into instants (R6, R22).</summary>
public sealed class ProgramCalendar(TimeZoneInfo zone)
{
    /// <summary>The instant that stands for "never". Sorts after every real one.</summary>
    public static readonly DateTime Never = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The instant from which the first conditions of a program are in force.</summary>
    public static readonly DateTime BeginningOfTime = new(1, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public TimeZoneInfo Zone => zone;

    /// <summary>The calendar of an IANA time zone.</summary>
    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public static ProgramCalendar Of(string ianaZone) => new(TimeZoneInfo.FindSystemTimeZoneById(ianaZone));

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>Local date and time of an instant.</summary>
    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <summary>The instant at which a local day begins. Where a clock change skips midnight, the first instant after it.</summary>
    public DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// The instant of a local date and time. A time that a clock change skips moves on by the length of the change; of a
    /// time that comes twice the first is meant.
    /// </summary>
    public DateTime ToUtc(DateTime local)
    {
        // TimeZoneInfo itself misses the skipped hours of some zones (Asuncion, Amman), so only its offsets of instants count.
        var before = zone.GetUtcOffset(AsUtc(local.Ticks - TimeSpan.TicksPerDay));
        var after = zone.GetUtcOffset(AsUtc(local.Ticks + TimeSpan.TicksPerDay));
        var first = AsUtc(local.Ticks - before.Ticks);
        if (before == after || zone.GetUtcOffset(first) == before)
        {
            return first;
        }

        var second = AsUtc(local.Ticks - after.Ticks);
        return zone.GetUtcOffset(second) == after ? second : first;
    }

    // The calendar ends where DateTime ends.
    private static DateTime AsUtc(long ticks) =>
        new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
