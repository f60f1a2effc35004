using System.Globalization;

namespace LoyaltyAdmin.Platform.Csv;

/// <summary>One cell of a table: text as written, or the number or date that a spreadsheet keeps. Lives until the next row is read.</summary>
public readonly ref struct Cell
{
    private const string DayPattern = "yyyy-MM-dd";
    private const string InstantPattern = "yyyy-MM-dd HH:mm:ss";
    private readonly double? number;
    private readonly DateTime? instant;

    public Cell(ReadOnlySpan<char> text) => Text = text.Trim();

    public Cell(double number) => this.number = number;

    public Cell(DateTime instant) => this.instant = instant;

    /// <summary>What is written, without blanks around it; empty for a number or date of a spreadsheet.</summary>
    public ReadOnlySpan<char> Text { get; }

    public bool IsEmpty => Text.IsEmpty && number is null && instant is null;

    /// <summary>The content as text: numbers with a point and without grouping, dates as ISO 8601 has them.</summary>
    public override string ToString() => this switch
    {
        { number: { } value } when Math.Abs(value) < 1e27 => ((decimal)value).ToString(CultureInfo.InvariantCulture),
        { number: { } value } => value.ToString("R", CultureInfo.InvariantCulture),
        { instant: { } value } => value.ToString(value.TimeOfDay == TimeSpan.Zero ? DayPattern : InstantPattern, CultureInfo.InvariantCulture),
        _ => Text.ToString(),
    };

    /// <summary>The content as a number of <paramref name="decimals"/> decimals, in its smallest parts.</summary>
    public NumberProblem TryNumber(int decimals, out long scaled)
    {
        if (number is not { } value)
        {
            return FixedPoint.TryParse(Text, decimals, out scaled);
        }

        scaled = 0;
        return Math.Abs(value) < 1e27 ? FixedPoint.TryScale((decimal)value, decimals, out scaled) : NumberProblem.TooLarge;
    }

    /// <summary>The content as a day or an instant. A bare number is taken as a day written without signs, or as a spreadsheet's count of days.</summary>
    public bool TryInstant(out WrittenInstant written) => TryInstant(DayOrder.Unknown, out written);

    /// <summary>As the other, with the order of day and month where signs leave it open.</summary>
    public bool TryInstant(DayOrder order, out WrittenInstant written)
    {
        if (instant is { } value)
        {
            written = new WrittenInstant(value, IsUtc: false);
            return true;
        }

        if (number is { } days && days is >= 1 and < 2_958_466)
        {
            // The count of days is a binary fraction: whole seconds is all that it means.
            var seconds = Math.Round(days * 86_400d);
            written = new WrittenInstant(DateTime.FromOADate(0).AddSeconds(seconds), IsUtc: false);
            return true;
        }

        return WrittenInstant.TryParse(number is null ? Text : ToString(), order, out written);
    }

    /// <summary>The content as a time of the day; a spreadsheet keeps it as a share of the day.</summary>
    public bool TryTime(out TimeSpan time)
    {
        if (instant is { } value)
        {
            time = value.TimeOfDay;
            return true;
        }

        if (number is { } share && share is >= 0 and < 1)
        {
            time = TimeSpan.FromSeconds(Math.Round(share * 86_400d));
            return time < TimeSpan.FromDays(1);
        }

        return WrittenInstant.TryParseTime(number is null ? Text : [], out time);
    }
}
