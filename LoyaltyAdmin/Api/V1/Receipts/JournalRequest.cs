using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>What a till did while it had no connection, in the order in which it was done.</summary>
public sealed record JournalRequest
{
    [Required, MinLength(1), MaxLength(JournalReader.MostOperations)]
    public IReadOnlyList<JournalOperation?>? Operations { get; init; }
}

/// <summary>One thing that was done: exactly one of the four.</summary>
public sealed record JournalOperation
{
    [Description("A purchase that was sold.")]
    public ReceiptRequest? Receipt { get; init; }

    [Description("Goods of a receipt that came back; the receipt may stand in the same journal.")]
    public JournalReturn? Return { get; init; }

    [Description("A held purchase that was paid.")]
    public JournalHold? Confirm { get; init; }

    [Description("A held purchase that did not come about.")]
    public JournalHold? Cancel { get; init; }
}

/// <summary>Goods that came back.</summary>
public sealed record JournalReturn : ReturnRequest
{
    [Required, MaxLength(ReceiptReader.LongestKey)]
    [Description("The receipt that they were bought with.")]
    public string? ReceiptId { get; init; }
}

/// <summary>A hold that was closed.</summary>
public sealed record JournalHold
{
    [Required, Description("The id of the hold.")]
    public long? HoldId { get; init; }
}
