using System.Globalization;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Members;

/// <summary>A series of cards that is to be made: what its numbers look like and how many.</summary>
public sealed record CardSeriesPlan
{
    public const int LongestName = 100;
    public const int LongestPrefix = 20;
    public const int ShortestNumber = 6;
    public const int LongestNumber = 30;
    public const int MostCards = 100_000;
    public const int LongestMiddle = 18;

    /// <summary>A random series takes at most one of so many possible numbers, so that a guess hardly ever hits a card.</summary>
    public const int Sparseness = 100;

    public string Name { get; init; } = "";

    public string Prefix { get; init; } = "";

    public int Length { get; init; }

    public bool HasCheckDigit { get; init; } = true;

    public bool IsVirtual { get; init; }

    public bool IsConsecutive { get; init; }

    /// <summary>Where consecutive numbers begin; null to go on after the last one like these.</summary>
    public long? First { get; init; }

    public int Count { get; init; }

    /// <summary>Digits between the prefix and the check digit.</summary>
    public int Middle => Length - Prefix.Length - (HasCheckDigit ? 1 : 0);

    /// <summary>How many numbers of this look there can be.</summary>
    public long Capacity => Middle is > 0 and <= LongestMiddle ? Pow10(Middle) : 0;

    /// <summary>The plan as it is meant: names and prefixes without idle blanks.</summary>
    public CardSeriesPlan Normalise() => this with
    {
        Name = string.Join(' ', Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        Prefix = string.Concat(Prefix.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant(),
    };

    /// <summary>All that is wrong with it, each naming its field.</summary>
    public IReadOnlyList<Rejection> Check()
    {
        var problems = new List<Rejection>();
        CheckName(Name, problems);
        if (CheckPrefix(Prefix, HasCheckDigit) is { } prefix)
        {
            problems.Add(prefix);
        }
        else if (Length is < ShortestNumber or > LongestNumber)
        {
            problems.Add(new Rejection("Cards.LengthOutOfRange", ShortestNumber, LongestNumber) { Field = "length" });
        }
        else if (Middle is < 1 or > LongestMiddle)
        {
            problems.Add(new Rejection("Cards.MiddleOutOfRange", LongestMiddle, Middle) { Field = "length" });
        }

        if (Count is < 1 or > MostCards)
        {
            problems.Add(new Rejection("Cards.CountOutOfRange", 1, MostCards) { Field = "count" });
        }
        else if (Capacity > 0 && !IsConsecutive && Capacity / Sparseness < Count)
        {
            problems.Add(new Rejection("Cards.TooDense", Count, Length + Missing()) { Field = "length" });
        }

        if (IsConsecutive && First is < 0)
        {
            problems.Add(new Rejection("Cards.FirstBelowZero") { Field = "first" });
        }
        else if (IsConsecutive && Capacity > 0 && First is { } first && first > Capacity - Count)
        {
            problems.Add(new Rejection("Cards.TooManyForLength", Capacity - 1) { Field = "first" });
        }

        return problems;
    }

    /// <summary>Notes what is wrong with the name of a series.</summary>
    public static void CheckName(string name, ICollection<Rejection> problems)
    {
        if (name.Length is 0 or > LongestName)
        {
            problems.Add(new Rejection(name.Length == 0 ? "Cards.NameMissing" : "Cards.NameTooLong", LongestName) { Field = "name" });
        }
    }

    /// <summary>What is wrong with what the numbers shall begin with; null for nothing.</summary>
    public static Rejection? CheckPrefix(string prefix, bool hasCheckDigit) => prefix switch
    {
        "" => new Rejection("Cards.PrefixMissing") { Field = "prefix" },
        { Length: > LongestPrefix } => new Rejection("Cards.PrefixTooLong", LongestPrefix) { Field = "prefix" },
        _ when !prefix.All(char.IsAsciiLetterOrDigit) => new Rejection("Cards.PrefixSigns") { Field = "prefix" },
        _ when hasCheckDigit && !prefix.All(char.IsAsciiDigit) => new Rejection("Cards.PrefixDigits") { Field = "prefix" },
        _ => null,
    };

    /// <summary>The middle of a consecutive number.</summary>
    public string MiddleOf(long ordinal) => ordinal.ToString(CultureInfo.InvariantCulture).PadLeft(Middle, '0');

    private int Missing()
    {
        var (more, room) = (0, Capacity);
        while (room / Sparseness < Count)
        {
            (more, room) = (more + 1, room * 10);
        }

        return more;
    }

    private static long Pow10(int digits)
    {
        var power = 1L;
        for (var i = 0; i < digits; i++)
        {
            power *= 10;
        }

        return power;
    }
}
