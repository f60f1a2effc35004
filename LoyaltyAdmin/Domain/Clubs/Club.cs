using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Clubs;

/// <summary>A closed club: some members, more than others get. Its terms change over time; each holds from an instant on.</summary>
public sealed class Club
{
    public const int LongestName = 60;

    public int Id { get; init; }

    /// <summary>Names the club to tills and shops; never changes.</summary>
    public required string Key { get; init; }

    /// <summary>As its members know it.</summary>
    public required string Name { get; set; }

    /// <summary>Whether anybody can get in now. Who is in stays in either way.</summary>
    public bool IsOpen { get; set; } = true;

    public required DateTime CreatedAt { get; init; }

    /// <summary>Rises with each place that is given, so that two never take the last seat together.</summary>
    public int Turns { get; set; }

    /// <summary>Counts its changes, so that of two at once one is told.</summary>
    public int Version { get; set; }

    /// <summary>In the order of their time.</summary>
    public List<ClubVersion> Versions { get; init; } = [];

    /// <summary>The terms in force at an instant; before the first ones these.</summary>
    public ClubVersion At(DateTime at) => Versions.Where(v => v.From <= at).MaxBy(v => v.Number) ?? Versions.MinBy(v => v.Number)!;

    /// <summary>Each version with the time in which it holds; the first one from the beginning of time.</summary>
    public IEnumerable<(DateTime From, DateTime Until, ClubTerms Terms)> Periods()
    {
        var ordered = Versions.OrderBy(v => v.Number).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            yield return (
                i == 0 ? ProgramCalendar.BeginningOfTime : ordered[i].From,
                i + 1 < ordered.Count ? ordered[i + 1].From : ProgramCalendar.Never,
                ordered[i].Terms);
        }
    }
}

/// <summary>Terms of a club, for good.</summary>
public sealed class ClubVersion
{
    public int ClubId { get; init; }

    /// <summary>1, 2, 3 … within the club.</summary>
    public required int Number { get; init; }

    public required DateTime From { get; init; }

    public required ClubTerms Terms { get; init; }

    /// <summary>Who made them.</summary>
    public required string Author { get; init; }
}
