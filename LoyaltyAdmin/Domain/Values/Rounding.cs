namespace LoyaltyAdmin.Domain.Values;

/// <summary>The one place where fractions of points and money are rounded and amounts are spread (R2).</summary>
public static class Rounding
{
    private const int OnStack = 32;

    /// <summary>Rounds an amount that is already in smallest parts to whole smallest parts.</summary>
    /// <exception cref="OverflowException">The result does not fit into 64 bits.</exception>
    public static long ToWhole(decimal amount, RoundingMode mode) => (long)decimal.Round(amount, mode switch
    {
        RoundingMode.Down => MidpointRounding.ToZero,
        RoundingMode.Up => amount < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity,
        RoundingMode.HalfUp => MidpointRounding.AwayFromZero,
        RoundingMode.HalfEven => MidpointRounding.ToEven,
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    });

    /// <summary>
    /// Spreads a total over weights in proportion by largest remainder: the parts add up to the total exactly, and none
    /// differs from its exact share by one or more. Equal remainders go to the earlier part. Weights of zero get nothing
    /// unless all are zero, when the first part takes the total.
    /// </summary>
    /// <exception cref="ArgumentException">A total to spread over no parts, or a negative total or weight.</exception>
    public static long[] Spread(long total, IReadOnlyList<long> weights)
    {
        var parts = new long[weights.Count];
        Spread(total, weights as long[] ?? [.. weights], parts);
        return parts;
    }

    /// <summary>The same into a place of the caller's: <paramref name="parts"/> are as many as the weights.</summary>
    /// <exception cref="ArgumentException">A total to spread over no parts, or a negative total or weight.</exception>
    public static void Spread(long total, ReadOnlySpan<long> weights, Span<long> parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfNotEqual(parts.Length, weights.Length, nameof(parts));
        parts.Clear();
        if (total == 0)
        {
            return;
        }

        if (weights.IsEmpty)
        {
            throw new ArgumentException("There is nothing to spread over.", nameof(weights));
        }

        Int128 sum = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
            sum += weight;
        }

        if (sum == 0)
        {
            parts[0] = total;
        }
        else
        {
            InProportion(total, sum, weights, parts);
        }
    }

    private static void InProportion(long total, Int128 sum, ReadOnlySpan<long> weights, Span<long> parts)
    {
        var remainders = parts.Length <= OnStack ? stackalloc Int128[parts.Length] : new Int128[parts.Length];
        var left = total;
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = (Int128)total * weights[i];
            if (exact <= long.MaxValue && sum <= long.MaxValue)
            {
                (parts[i], var remainder) = Math.DivRem((long)exact, (long)sum);
                remainders[i] = remainder;
            }
            else
            {
                parts[i] = (long)(exact / sum);
                remainders[i] = exact % sum;
            }

            left -= parts[i];
        }

        for (; left > 0; left--)
        {
            var largest = 0;
            for (var i = 1; i < remainders.Length; i++)
            {
                if (remainders[i] > remainders[largest])
                {
                    largest = i;
                }
            }

            parts[largest]++;
            remainders[largest] = -1;
        }
    }
}
