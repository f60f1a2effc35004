using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>A program with its published versions in time: which conditions were, are and will be in force.</summary>
public sealed class ProgramTimeline
{
    private readonly ProgramVersion[] versions;
    private readonly Dictionary<string, ProgramCalendar> calendars = [];

    /// <summary>Takes the published versions in any order; the first must be in force from the beginning of time.</summary>
    /// <exception cref="ArgumentException">There is no published version.</exception>
    public ProgramTimeline(LoyaltyProgram program, IEnumerable<ProgramVersion> published)
    {
        Program = program;
        versions = [.. published.Where(v => v.EffectiveFrom is not null).OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Number)];
        if (versions.Length == 0)
        {
            throw new ArgumentException("A program has at least one published version.", nameof(published));
        }

        foreach (var zone in versions.Select(v => v.Conditions.TimeZone).Distinct())
        {
            calendars[zone] = ProgramCalendar.Of(zone);
        }
    }

    public LoyaltyProgram Program { get; }

    /// <summary>In the order of coming into force.</summary>
    public IReadOnlyList<ProgramVersion> Versions => versions;

    /// <summary>The version that computes a receipt of this instant.</summary>
    public ProgramVersion InForceAt(DateTime utc)
    {
        for (var i = versions.Length - 1; i > 0; i--)
        {
            if (versions[i].EffectiveFrom <= utc)
            {
                return versions[i];
            }
        }

        return versions[0];
    }

    /// <summary>The version since which the ladder of a version has been in force without a change.</summary>
    public int LadderSince(ProgramVersion version)
    {
        var place = Array.IndexOf(versions, version);
        while (place > 0 && versions[place - 1].Conditions.Tiers == version.Conditions.Tiers)
        {
            place--;
        }

        return versions[place].Number;
    }

    /// <summary>The calendar of the version that is in force at an instant.</summary>
    public ProgramCalendar CalendarAt(DateTime utc) => calendars[InForceAt(utc).Conditions.TimeZone];
}
