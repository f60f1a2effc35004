using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What became of a row: taken, here before, or refused.</summary>
internal readonly record struct RowOutcome(bool Replayed, Rejection? Rejection)
{
    /// <summary>Whether a member was registered by it.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether it changed a member who was here.</summary>
    public bool IsChange { get; init; }

    /// <summary>Points that it opened, in smallest parts.</summary>
    public long Points { get; init; }
}

/// <summary>Counts a batch in the transaction that writes it, or in one of its own.</summary>
internal delegate Task CountRows(LoyaltyDbContext db, IReadOnlyList<RowOutcome> outcomes, CancellationToken ct);

/// <summary>Writes the values of a batch of rows and has them counted.</summary>
internal delegate Task WriteRows<T>(IReadOnlyList<T> values, CountRows count, CancellationToken ct);
