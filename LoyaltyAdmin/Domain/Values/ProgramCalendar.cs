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
        var nominal = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var before = zone.GetUtcOffset(nominal.AddDays(-1));
        var after = zone.GetUtcOffset(nominal.AddDays(1));
        var first = nominal - before;
        if (before == after || zone.GetUtcOffset(first) == before)
        {
            return first;
        }

        var second = nominal - after;
        return zone.GetUtcOffset(second) == after ? second : first;
    }
}
