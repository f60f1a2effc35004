namespace LoyaltyAdmin.Features.Programs;

/// <summary>Where a version is now, as people see it.</summary>
public enum VersionState
{
    /// <summary>Being edited.</summary>
    Draft,

    /// <summary>Published, its instant is to come.</summary>
    Scheduled,

    /// <summary>Computes receipts of now.</summary>
    InForce,

    /// <summary>Computes receipts of its time.</summary>
    Past,

    /// <summary>Taken back before its instant.</summary>
    Withdrawn,
}
