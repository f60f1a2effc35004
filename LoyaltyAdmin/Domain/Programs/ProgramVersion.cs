namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Where a version is in its life.</summary>
public enum VersionStatus
{
    /// <summary>Being edited; computes nothing.</summary>
    Draft,

    /// <summary>In force, or to be in force, from its instant on.</summary>
    Published,

    /// <summary>Taken back before its instant came; computes nothing and stays for the record.</summary>
    Withdrawn,
}

/// <summary>
/// One version of a program's conditions. A published one never changes: a receipt is computed by the version with the
/// latest <see cref="EffectiveFrom"/> that is not after the receipt's own time (of equal instants the higher number).
/// </summary>
public sealed class ProgramVersion
{
    public int Id { get; init; }

    public int ProgramId { get; init; }

    /// <summary>1, 2, 3 … within the program, as people name it.</summary>
    public required int Number { get; init; }

    public VersionStatus Status { get; private set; }

    public required ProgramConditions Conditions { get; set; }

    /// <summary>From when on it is in force (UTC); null for a draft.</summary>
    public DateTime? EffectiveFrom { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>Who published it, as the audit names people.</summary>
    public string? PublishedBy { get; private set; }

    /// <summary>Why it was published, in the publisher's words.</summary>
    public string? Note { get; set; }

    /// <summary>Counts its changes, so that nobody overwrites what they have not read.</summary>
    public int Revision { get; private set; }

    /// <summary>Puts other conditions into a draft.</summary>
    /// <exception cref="InvalidOperationException">It is no draft.</exception>
    public void Rewrite(ProgramConditions conditions)
    {
        DemandDraft();
        (Conditions, Revision) = (conditions, Revision + 1);
    }

    /// <summary>Puts a draft in force from an instant on.</summary>
    /// <exception cref="InvalidOperationException">It is published already.</exception>
    public void Publish(DateTime effectiveFrom, DateTime now, string by)
    {
        DemandDraft();
        (Status, EffectiveFrom, PublishedAt, PublishedBy) = (VersionStatus.Published, effectiveFrom, now, by);
        Revision++;
    }

    /// <summary>Takes a published version back before it comes into force.</summary>
    /// <exception cref="InvalidOperationException">It is not published, or is in force already.</exception>
    public void Withdraw(DateTime now)
    {
        if (Status != VersionStatus.Published || EffectiveFrom <= now)
        {
            throw new InvalidOperationException($"Version {Number} cannot be withdrawn.");
        }

        Status = VersionStatus.Withdrawn;
        Revision++;
    }

    private void DemandDraft()
    {
        if (Status != VersionStatus.Draft)
        {
            throw new InvalidOperationException($"Version {Number} is no draft.");
        }
    }
}
