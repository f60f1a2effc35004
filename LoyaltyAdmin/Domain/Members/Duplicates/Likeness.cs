namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>How alike two texts are.</summary>
public static class Likeness
{
    private const double PrefixWeight = 0.1;
    private const int LongestPrefix = 4;

    /// <summary>
    /// Jaro's similarity raised for a common beginning by Winkler: 0 for nothing in common, 1 for equal texts (W. E. Winkler,
    /// String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage, 1990).
    /// </summary>
    public static double OfNames(string a, string b)
    {
        var jaro = Jaro(a, b);
        var prefix = 0;
        while (prefix < Math.Min(LongestPrefix, Math.Min(a.Length, b.Length)) && a[prefix] == b[prefix])
        {
            prefix++;
        }

        return jaro + (prefix * PrefixWeight * (1 - jaro));
    }

    /// <summary>Whether one slip of the finger makes one text the other: a sign wrong, missing, doubled, or two neighbours swapped.</summary>
    public static bool IsOneSlip(string a, string b)
    {
        if (a == b || Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var first = 0;
        while (first < shorter.Length && shorter[first] == longer[first])
        {
            first++;
        }

        if (shorter.Length < longer.Length)
        {
            return shorter[first..] == longer[(first + 1)..];
        }

        var isSwap = first + 1 < a.Length && a[first] == b[first + 1] && a[first + 1] == b[first] && a[(first + 2)..] == b[(first + 2)..];
        return isSwap || a[(first + 1)..] == b[(first + 1)..];
    }

    private static double Jaro(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        var (ofA, ofB) = (new bool[a.Length], new bool[b.Length]);
        var common = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
            {
                if (!ofB[j] && a[i] == b[j])
                {
                    (ofA[i], ofB[j]) = (true, true);
                    common++;
                    break;
                }
            }
        }

        if (common == 0)
        {
            return 0;
        }

        var inA = a.Where((_, i) => ofA[i]).ToList();
        var inB = b.Where((_, i) => ofB[i]).ToList();
        var moved = inA.Zip(inB).Count(pair => pair.First != pair.Second) / 2.0;
        return (((double)common / a.Length) + ((double)common / b.Length) + ((common - moved) / common)) / 3;
    }
}
