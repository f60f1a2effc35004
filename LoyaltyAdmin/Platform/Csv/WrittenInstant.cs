namespace LoyaltyAdmin.Platform.Csv;

/// <summary>A day or an instant as it was written: local time of whoever wrote it, unless it named an offset.</summary>
/// <param name="Value">UTC if an offset was named, else the local date and time.</param>
/// <param name="IsUtc">Whether an offset was named.</param>
public readonly record struct WrittenInstant(DateTime Value, bool IsUtc)
{
    /// <summary>
    /// Reads <c>yyyy-MM-dd</c>, <c>yyyyMMdd</c> and <c>dd.MM.yyyy</c>, each alone or followed by <c>HH:mm</c>,
    /// <c>HH:mm:ss</c> or <c>HH:mm:ss.fff</c>, and after that <c>Z</c> or an offset such as <c>+03:00</c>.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out WrittenInstant written)
    {
        written = default;
        if (!TryDay(ref text, out var day))
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

    private static bool TryDay(ref ReadOnlySpan<char> text, out DateTime day)
    {
        day = default;
        int year, month, date, length;
        if (text.Length >= 10 && text[4] == '-' && text[7] == '-')
        {
            (year, month, date, length) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]), 10);
        }
        else if (text.Length >= 10 && text[2] == '.' && text[5] == '.')
        {
            (year, month, date, length) = (Digits(text[6..10]), Digits(text[3..5]), Digits(text[..2]), 10);
        }
        else if (text.Length >= 8)
        {
            (year, month, date, length) = (Digits(text[..4]), Digits(text[4..6]), Digits(text[6..8]), 8);
        }
        else
        {
            return false;
        }

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
