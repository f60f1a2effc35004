using LoyaltyAdmin.Domain.Imports;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What is to be done with a file.</summary>
public sealed record ImportOrder
{
    public required ImportKind Kind { get; init; }

    /// <summary>How it is read.</summary>
    public ImportPlan Plan { get; init; } = new();

    /// <summary>Checks everything and writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Registers members that receipts name and nobody knows.</summary>
    public bool RegisterUnknown { get; init; }

    /// <summary>Lets rows of members who are here already change them.</summary>
    public bool UpdateKnown { get; init; }
}
