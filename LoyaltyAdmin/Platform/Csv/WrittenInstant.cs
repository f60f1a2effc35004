namespace LoyaltyAdmin.Platform.Csv;

/// <summary>A day or an instant as it was written: local time of whoever wrote it, unless it named an offset.</summary>
/// <param name="Value">UTC if an offset was named, else the local date and time.</param>
/// <param name="IsUtc">Whether an offset was named.</param>
public readonly record struct WrittenInstant(DateTime Value, bool IsUtc)
{
    /// <summary>
    /// Reads <c>yyyy-MM-dd</c>, <c>yyyy/MM/dd</c>, <c>yyyyMMdd</c> and <c>dd.MM.yyyy</c>, where the order is known also
    /// <c>dd/MM/yyyy</c> or <c>MM/dd/yyyy</c>, each alone or followed by <c>HH:mm</c>, <c>HH:mm:ss</c> or
    /// <c>HH:mm:ss.fff</c>, and after that <c>AM</c>, <c>PM</c>, <c>Z</c> or an offset such as <c>+03:00</c>.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out WrittenInstant written) => TryParse(text, DayOrder.Unknown, out written);

    /// <summary>As the other, with the order of day and month where slashes or hyphens stand between them.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, DayOrder order, out WrittenInstant written)
    {
        written = default;
        if (!TryDay(ref text, order, out var day))
        {
            return false;
        }

        if (text.IsEmpty)
        {
            written = new WrittenInstant(day, IsUtc: false);
            return true;
        }

        if (text[0] is not ('T' or 't' or ' '))
        {
            return false;
        }

        text = text[1..].TrimStart();
        if (!TryTime(ref text, out var time))
        {
            return false;
        }

        text = text.TrimStart();
        if (text.IsEmpty)
        {
            written = new WrittenInstant(day + time, IsUtc: false);
            return true;
        }

        if (!TryOffset(text, out var offset))
        {
            return false;
        }

        written = new WrittenInstant(DateTime.SpecifyKind(day + time - offset, DateTimeKind.Utc), IsUtc: true);
        return true;
    }

    /// <summary>A time of the day alone, such as 9:07 or 21:07:30.</summary>
    public static bool TryParseTime(ReadOnlySpan<char> text, out TimeSpan time) => TryTime(ref text, out time) && text.Trim().IsEmpty;

    private static bool TryDay(ref ReadOnlySpan<char> text, DayOrder order, out DateTime day)
    {
        day = default;
        var first = Run(text);
        if (first == 8)
        {
            return TryMake(Digits(text[..4]), Digits(text[4..6]), Digits(text[6..8]), ref text, 8, out day);
        }

        if (first is not (1 or 2 or 4) || text.Length <= first || text[first] is not ('-' or '.' or '/') || (first == 4 && text[first] == '.'))
        {
            return false;
        }

        var second = Run(text[(first + 1)..]);
        var third = first + second + 2;
        if (second is not (1 or 2) || text.Length <= third || text[third - 1] != text[first])
        {
            return false;
        }

        var last = Run(text[third..]);
        var (a, b) = (Digits(text[..first]), Digits(text[(first + 1)..(third - 1)]));
        if (first == 4)
        {
            return last is 1 or 2 && TryMake(a, b, Digits(text.Slice(third, last)), ref text, third + last, out day);
        }

        if (last != 4 || (text[first] != '.' && order == DayOrder.Unknown))
        {
            return false;
        }

        var (date, month) = text[first] == '.' || order == DayOrder.DayFirst ? (a, b) : (b, a);
        return TryMake(Digits(text.Slice(third, 4)), month, date, ref text, third + 4, out day);
    }

    /// <summary>How many digits the text begins with.</summary>
    private static int Run(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }

    private static bool TryMake(int year, int month, int date, ref ReadOnlySpan<char> text, int length, out DateTime day)
    {
        day = default;

        // Years outside of these are slips, and near the ends of the calendar an offset would leave it.
        if (year is < 1900 or > 2999 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateTime(year, month, date);
        text = text[length..];
        return true;
    }

    private static bool TryTime(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        var colon = text.IndexOf(':');
        if (colon is not (1 or 2) || text.Length < colon + 3)
        {
            return false;
        }

        var (hour, minute, second, ticks) = (Digits(text[..colon]), Digits(text[(colon + 1)..(colon + 3)]), 0, 0L);
        text = text[(colon + 3)..];
        if (text.Length >= 3 && text[0] == ':')
        {
            second = Digits(text[1..3]);
            text = text[3..];
            if (text.Length >= 2 && text[0] is '.' or ',')
            {
                var length = 1;
                for (var unit = TimeSpan.TicksPerSecond / 10; length < text.Length && char.IsAsciiDigit(text[length]); length++, unit /= 10)
                {
                    ticks += (text[length] - '0') * unit;
                }

                text = text[length..];
            }
        }

        var half = text.TrimStart();
        if (half.Length >= 2 && half[1] is 'M' or 'm' && half[0] is 'A' or 'a' or 'P' or 'p' && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (half[0] is 'P' or 'p' ? 12 : 0);
            text = half[2..];
        }

        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text[0] is not ('+' or '-' or '−'))
        {
            return false;
        }

        var sign = text[0] == '+' ? 1 : -1;
        text = text[1..];
        var (hours, minutes) = text.Length switch
        {
            2 => (Digits(text), 0),
            4 => (Digits(text[..2]), Digits(text[2..])),
            5 when text[2] == ':' => (Digits(text[..2]), Digits(text[3..])),
            _ => (-1, -1),
        };
        offset = new TimeSpan(sign * hours, sign * minutes, 0);
        return hours is >= 0 and <= 14 && minutes is >= 0 and <= 59;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            value = (value * 10) + (c - '0');
        }

        return value;
    }
}
