using System.Globalization;

namespace LoyaltyAdmin.Platform.Csv;

/// <summary>
/// Reads numbers as people and programs write them: a point or a comma before the decimals, groups of three set apart by
/// blanks (non-breaking and thin ones too), apostrophes or the other sign.
/// </summary>
public static class FixedPoint
{
    private const long Largest = 900_000_000_000_000;
    private const decimal Noise = 0.000_000_001m;

    /// <summary>Digits that a binary fraction keeps: a longer number is one that a program wrote.</summary>
    private const int Precision = 12;

    /// <summary>
    /// A number with no more than so many decimals, in its smallest parts. Zeros beyond them do no harm, nor does the noise
    /// that programs leave behind which count in binary fractions (4.44e-16, 0.30000000000000004).
    /// </summary>
    public static NumberProblem TryParse(ReadOnlySpan<char> text, int decimals, out long scaled)
    {
        var problem = TryPlain(text, decimals, out scaled);
        var perhapsOfProgram = problem is NumberProblem.TooManyDecimals or NumberProblem.NotANumber
            && text.Length > 2 && (text.Length > Precision || text.IndexOfAny('e', 'E') > 0);
        return perhapsOfProgram && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? TryScale(value, decimals, out scaled)
            : problem;
    }

    /// <summary>A number in its smallest parts, freed of noise.</summary>
    public static NumberProblem TryScale(decimal value, int decimals, out long scaled)
    {
        scaled = 0;
        if (Math.Abs(value) > Largest)
        {
            return NumberProblem.TooLarge;
        }

        var rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        if (Math.Abs(rounded - value) > Noise)
        {
            return NumberProblem.TooManyDecimals;
        }

        for (var i = 0; i < decimals; i++)
        {
            rounded *= 10;
        }

        if (Math.Abs(rounded) > Largest)
        {
            return NumberProblem.TooLarge;
        }

        scaled = (long)rounded;
        return NumberProblem.None;
    }

    private static NumberProblem TryPlain(ReadOnlySpan<char> text, int decimals, out long scaled)
    {
        scaled = 0;
        var negative = false;
        if (text.Length > 0 && text[0] is '-' or '−' or '+')
        {
            negative = text[0] != '+';
            text = text[1..];
        }

        var mark = text.LastIndexOfAny('.', ',');
        var digits = 0;
        var inGroup = 0;
        var grouped = false;
        var fraction = -1;
        var value = 0L;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                if (fraction < decimals)
                {
                    value = (value * 10) + (c - '0');
                    if (value > Largest)
                    {
                        return NumberProblem.TooLarge;
                    }
                }
                else if (c != '0')
                {
                    return NumberProblem.TooManyDecimals;
                }

                if (fraction >= 0)
                {
                    fraction = Math.Min(fraction + 1, decimals);
                }

                inGroup++;
            }
            else if (i == mark)
            {
                if (grouped && inGroup != 3)
                {
                    return NumberProblem.NotANumber;
                }

                fraction = 0;
            }
            else if (fraction < 0 && IsGrouping(c) && (mark < 0 || c != text[mark]) && (grouped ? inGroup == 3 : inGroup is > 0 and <= 3))
            {
                grouped = true;
                inGroup = 0;
            }
            else
            {
                return NumberProblem.NotANumber;
            }
        }

        if (digits == 0 || (grouped && fraction < 0 && inGroup != 3))
        {
            return NumberProblem.NotANumber;
        }

        for (var i = Math.Max(fraction, 0); i < decimals; i++)
        {
            value *= 10;
        }

        scaled = negative ? -value : value;
        return value > Largest ? NumberProblem.TooLarge : NumberProblem.None;
    }

    private static bool IsGrouping(char c) => c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019' or '.' or ',';
}
