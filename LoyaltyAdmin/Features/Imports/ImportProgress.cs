namespace LoyaltyAdmin.Features.Imports;

/// <summary>What a running import is at.</summary>
public enum ImportPhase
{
    Reading,
    Ordering,
    Posting,
    Expiring,
    Undoing,
}

/// <summary>How far a running import is.</summary>
/// <param name="ImportId">Which import.</param>
/// <param name="Phase">What it is at.</param>
/// <param name="Share">How much of all is done, from 0 to 1.</param>
/// <param name="Rows">Rows read or posted in this phase.</param>
/// <param name="RowsPerSecond">In this phase; zero while it is not known.</param>
/// <param name="Left">Time left; null while it cannot be told.</param>
public sealed record ImportProgress(int ImportId, ImportPhase Phase, double Share, int Rows, double RowsPerSecond, TimeSpan? Left);
