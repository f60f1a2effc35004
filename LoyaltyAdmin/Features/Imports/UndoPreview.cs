namespace LoyaltyAdmin.Features.Imports;

/// <summary>What undoing an import would do, in numbers, and what speaks against it.</summary>
public sealed record UndoPreview
{
    /// <summary>Sale receipts that go.</summary>
    public int Sales { get; init; }

    /// <summary>Returns that go.</summary>
    public int Returns { get; init; }

    /// <summary>Points that came with it and are taken back, in smallest parts.</summary>
    public long Points { get; init; }

    /// <summary>Opening balances that go.</summary>
    public int Balances { get; init; }

    /// <summary>Members whom it registered and who go.</summary>
    public int Members { get; init; }

    /// <summary>Members whom it registered and who stay, because something else is known of them.</summary>
    public int MembersStay { get; init; }

    /// <summary>Members who get back what it changed.</summary>
    public int Restored { get; init; }

    /// <summary>Why it cannot be undone; none if it can.</summary>
    public IReadOnlyList<UndoObstacle> Obstacles { get; init; } = [];

    public bool IsEmpty => Sales + Returns + Balances + Members + Restored == 0;
}

/// <summary>Something that was built on an import.</summary>
/// <param name="Code">Of the words that say it, with the number as their argument.</param>
/// <param name="Count">How many receipts, members or balances it concerns.</param>
/// <param name="Samples">Some of them, as people know them.</param>
public sealed record UndoObstacle(string Code, int Count, IReadOnlyList<string> Samples);
