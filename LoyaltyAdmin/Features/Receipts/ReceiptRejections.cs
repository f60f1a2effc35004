using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Why a sale or a return is not posted.</summary>
public static class ReceiptRejections
{
    public static Rejection PayloadConflict(string key) => new("Receipts.PayloadConflict", key);

    public static Rejection ReceiptUnknown(string key) => new("Receipts.ReceiptUnknown", key) { Field = "receiptId" };

    public static Rejection LineUnknown(string key, string line) => new("Receipts.LineUnknown", key, line) { Field = "lines" };

    public static Rejection ReturnTooMuch(int line, decimal left) => new("Receipts.ReturnTooMuch", line, left) { Field = "lines" };

    public static Rejection HoldUnknown(long id) => new("Receipts.HoldUnknown", id);

    public static Rejection HoldOfAnotherReceipt(string key) => new("Receipts.HoldOfAnotherReceipt", key) { Field = "receiptId" };

    public static Rejection HoldOfAnotherMember() => new("Receipts.HoldOfAnotherMember") { Field = "member" };

    public static Rejection HeldConflict(string key) => new("Receipts.HeldConflict", key);

    public static Rejection HoldConfirmedConflict(string key) => new("Receipts.HoldConfirmedConflict", key);

    public static Rejection HoldCancelledConflict(string key) => new("Receipts.HoldCancelledConflict", key);

    public static Rejection PartnerClosed(string name) => new("Receipts.PartnerClosed", name);

    public static Rejection MemberUnknown(string member) => new("Members.Unknown", member) { Field = "member" };
}
