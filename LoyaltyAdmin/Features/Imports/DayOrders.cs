using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Finds out from days such as 31/03/2026 which comes first, day or month.</summary>
internal static class DayOrders
{
    /// <summary>Whether any such day is there, and which order the days themselves prove; where none does, day first.</summary>
    public static (bool Needs, DayOrder Likely) Of(IReadOnlyCollection<string> texts)
    {
        var open = texts.Where(t => !WrittenInstant.TryParse(t, out _)).ToList();
        var dayFirst = open.Count(t => WrittenInstant.TryParse(t, DayOrder.DayFirst, out _));
        var monthFirst = open.Count(t => WrittenInstant.TryParse(t, DayOrder.MonthFirst, out _));
        return (dayFirst + monthFirst) == 0
            ? (false, DayOrder.Unknown)
            : (true, monthFirst > dayFirst ? DayOrder.MonthFirst : DayOrder.DayFirst);
    }
}
