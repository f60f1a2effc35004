using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>What is said of cards that were printed elsewhere, and so can be checked of their numbers.</summary>
public sealed record PrintedSeries
{
    public string Name { get; init; } = "";

    /// <summary>What each number must begin with; empty for anything.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>How many characters each number must have; null for any.</summary>
    public int? Length { get; init; }

    public bool HasCheckDigit { get; init; }

    /// <summary>As it is meant: names and prefixes without idle blanks.</summary>
    public PrintedSeries Normalise() => this with
    {
        Name = string.Join(' ', Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        Prefix = string.Concat(Prefix.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant(),
    };

    /// <summary>All that is wrong with it, each naming its field.</summary>
    public IReadOnlyList<Rejection> Check()
    {
        var problems = new List<Rejection>();
        CardSeriesPlan.CheckName(Name, problems);
        if (Prefix.Length > 0 && CardSeriesPlan.CheckPrefix(Prefix, HasCheckDigit) is { } prefix)
        {
            problems.Add(prefix);
        }

        if (Length is < CardNumber.Shortest or > CardNumber.Longest)
        {
            problems.Add(new Rejection("Cards.LengthOutOfRange", CardNumber.Shortest, CardNumber.Longest) { Field = "length" });
        }

        return problems;
    }

    /// <summary>The number as it is kept, or what is wrong with it.</summary>
    public Result<string> Read(string text)
    {
        if (!CardNumber.Normalise(text).Accepted(out var number, out var rejection))
        {
            return rejection;
        }

        return number switch
        {
            _ when !number.StartsWith(Prefix, StringComparison.Ordinal) => new Rejection("Cards.WrongPrefix", number, Prefix),
            _ when Length is { } length && number.Length != length => new Rejection("Cards.WrongLength", number, number.Length, length),
            _ when HasCheckDigit && !CheckDigit.IsRight(number) => new Rejection("Cards.WrongCheckDigit", number),
            _ => number,
        };
    }
}
