using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Where a campaign is in its life, as people see it.</summary>
public enum CampaignStatus
{
    Draft,

    /// <summary>Waits for a second person.</summary>
    Review,

    /// <summary>Can be launched.</summary>
    Approved,

    /// <summary>Launched; its time has not come.</summary>
    Scheduled,
    Running,
    Paused,

    /// <summary>Ended by the staff or by its time.</summary>
    Ended,
}

/// <summary>
/// A promotion through all its versions. What was launched never changes: an edit is a new version, and the runs say which
/// version decided receipts when.
/// </summary>
public sealed class Campaign
{
    public const int LongestName = 100;
    public const int LongestKey = 40;
    public const int LongestNote = 1000;

    public int Id { get; init; }

    /// <summary>Names the campaign to lots, receipts and the API; never changes.</summary>
    public required string Key { get; init; }

    /// <summary>As customers know it, by the latest version.</summary>
    public required string Name { get; set; }

    /// <summary>What it is for: a goal of the gallery; empty for none.</summary>
    public string Goal { get; set; } = "";

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public bool IsPaused { get; private set; }

    /// <summary>When the staff ended it; null while they have not.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Counts its changes, so that of two at once one is told.</summary>
    public int Revision { get; set; }

    public List<CampaignVersion> Versions { get; init; } = [];

    /// <summary>The spans in which versions decide receipts.</summary>
    public List<CampaignRun> Runs { get; init; } = [];

    /// <summary>The version that is being edited, reviewed or waits for its launch; null for none.</summary>
    public CampaignVersion? Open => Versions.Find(v => v.State is CampaignVersionState.Draft or CampaignVersionState.Review or CampaignVersionState.Approved);

    /// <summary>The version that was launched last; null before the first launch.</summary>
    public CampaignVersion? Live => Versions.Where(v => v.State == CampaignVersionState.Launched).MaxBy(v => v.Number);

    /// <summary>What people read first: the live version, before a launch the open one.</summary>
    public CampaignVersion Shown => Live ?? Open ?? Versions.MaxBy(v => v.Number)!;

    /// <summary>The state at an instant.</summary>
    public CampaignStatus StatusAt(DateTime now, ProgramCalendar calendar)
    {
        if (EndedAt is not null)
        {
            return CampaignStatus.Ended;
        }

        if (Live is not { } live)
        {
            return Open?.State switch
            {
                CampaignVersionState.Review => CampaignStatus.Review,
                CampaignVersionState.Approved => CampaignStatus.Approved,
                _ => CampaignStatus.Draft,
            };
        }

        var (local, period) = (calendar.ToLocal(now), live.Terms.Period);
        return period.Until <= local ? CampaignStatus.Ended
            : IsPaused ? CampaignStatus.Paused
            : period.From > local ? CampaignStatus.Scheduled
            : CampaignStatus.Running;
    }

    /// <summary>The version to write into: the open draft, or a new one beside what was launched.</summary>
    /// <exception cref="InvalidOperationException">The campaign has ended.</exception>
    public CampaignVersion Edit(string name, CampaignTerms terms, string author, DateTime now)
    {
        Demand(EndedAt is null, "edited");
        if (Open is { } open)
        {
            open.Rewrite(name, terms, author, now);
            return open;
        }

        var version = new CampaignVersion { CampaignId = Id, Number = Versions.Count == 0 ? 1 : Versions.Max(v => v.Number) + 1, Name = name, Terms = terms, Author = author, WrittenAt = now };
        Versions.Add(version);
        return version;
    }

    /// <summary>Puts the approved version in force from now on, in the place of the one before.</summary>
    /// <exception cref="InvalidOperationException">Nothing is approved, or the campaign has ended.</exception>
    public void Launch(string by, DateTime now)
    {
        Demand(EndedAt is null && Open?.State == CampaignVersionState.Approved, "launched");
        var version = Open!;
        version.Launch(by, now);
        CloseRun(now);
        if (!IsPaused)
        {
            OpenRun(version.Number, now);
        }

        Name = version.Name;
    }

    /// <summary>Decides no receipt until it is resumed.</summary>
    /// <exception cref="InvalidOperationException">It does not run.</exception>
    public void Pause(DateTime now)
    {
        Demand(EndedAt is null && !IsPaused && Live is not null, "paused");
        IsPaused = true;
        CloseRun(now);
    }

    /// <summary>Decides receipts again.</summary>
    /// <exception cref="InvalidOperationException">It is not paused.</exception>
    public void Resume(DateTime now)
    {
        Demand(EndedAt is null && IsPaused, "resumed");
        IsPaused = false;
        OpenRun(Live!.Number, now);
    }

    /// <summary>Ends it for good.</summary>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public void End(DateTime now)
    {
        Demand(EndedAt is null, "ended");
        EndedAt = now;
        CloseRun(now);
    }

    private void OpenRun(int version, DateTime now) => Runs.Add(new CampaignRun { CampaignId = Id, Version = version, From = now, Until = ProgramCalendar.Never });

    private void CloseRun(DateTime now)
    {
        foreach (var run in Runs.Where(r => r.Until > now))
        {
            run.Until = now;
        }
    }

    private void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Campaign {Key} cannot be {what}.");
        }
    }
}

/// <summary>A span in which a version decides receipts by their own time.</summary>
public sealed class CampaignRun
{
    public int Id { get; init; }

    public int CampaignId { get; init; }

    public required int Version { get; init; }

    public required DateTime From { get; init; }

    /// <summary>Exclusive; <see cref="ProgramCalendar.Never"/> while it runs.</summary>
    public required DateTime Until { get; set; }
}
