using System.Text.Json.Serialization;
using LoyaltyAdmin.Api.Problems;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>What became of each operation of a journal, in its order.</summary>
/// <param name="Items">One for each operation.</param>
public sealed record JournalAnswer(IReadOnlyList<JournalItem> Items);

/// <summary>What became of one operation: the status and body that its own call would have answered.</summary>
public sealed record JournalItem
{
    /// <summary>201 or 200 when it is done, else what the problem's status is.</summary>
    public required int Status { get; init; }

    /// <summary>Whether it had been done before.</summary>
    public bool Replayed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReceiptAnswer? Receipt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReturnAnswer? Return { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HoldAnswer? Hold { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemBody? Problem { get; init; }
}
