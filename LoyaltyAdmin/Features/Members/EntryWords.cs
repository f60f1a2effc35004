using LoyaltyAdmin.Domain.Ledger;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Says in the current language what a movement of points is and why it was made.</summary>
public sealed class EntryWords(IStringLocalizer<MembersText> text)
{
    /// <summary>The kind alone: "Accrual".</summary>
    public string Kind(EntryRow entry) => Kind(entry.Kind);

    /// <summary>The kind alone: "Accrual".</summary>
    public string Kind(EntryKind kind) => text[$"Entry.{kind}"];

    /// <summary>What it rests on: "Receipt R-17", or the words of whoever made it.</summary>
    public string Reason(EntryRow entry) => entry switch
    {
        { Reason: { Length: > 0 } reason } => Said(reason)!,
        { Kind: EntryKind.Expiry } => text["Reason.Expiry"],
        { ReturnKey: { } back, ReceiptKey: { } receipt } => text["Reason.ReturnOf", back, receipt],
        { ReturnKey: { } back } => text["Reason.Return", back],
        { ReceiptKey: { } receipt } => text["Reason.Receipt", receipt],
        _ => Kind(entry),
    };

    /// <summary>A reason in words: the code of a reward is said in the current language, a person's words stay as they are.</summary>
    public string? Said(string? reason) => RewardReasons.IsCode(reason) ? text[reason!] : reason;
}
