using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>Reads a till's journal into postings.</summary>
public sealed class JournalReader(ReceiptReader receipts)
{
    public const int MostOperations = 500;

    /// <summary>One operation as it can be posted; worth nothing when errors were noted.</summary>
    public async Task<Posting?> ReadAsync(JournalOperation? operation, FieldErrors errors, CancellationToken ct)
    {
        object?[] given = [operation?.Receipt, operation?.Return, operation?.Confirm, operation?.Cancel];
        if (given.Count(part => part is not null) != 1)
        {
            errors.Add("operations", "Api.OperationNotOne");
            return null;
        }

        switch (operation)
        {
            case { Receipt: { } receipt }:
                return await receipts.ReadSaleAsync(receipt with { Offline = receipt.Offline ?? true }, errors, ct);
            case { Return: { } goods }:
                return await receipts.ReadReturnAsync(errors.Required("receiptId", goods.ReceiptId, ReceiptReader.LongestKey), goods, errors, ct);
            case { Confirm: { } hold }:
                var confirmed = IdOf(hold, errors);
                return new ConfirmPosting { Key = $"hold {confirmed}", PayloadHash = "", HoldId = confirmed, Source = ReceiptSource.Api };
            default:
                var cancelled = IdOf(operation!.Cancel!, errors);
                return new CancelPosting { Key = $"hold {cancelled}", PayloadHash = "", HoldId = cancelled, Source = ReceiptSource.Api };
        }
    }

    private static long IdOf(JournalHold hold, FieldErrors errors)
    {
        if (hold.HoldId is null)
        {
            errors.Add("holdId", "Api.Required");
        }

        return hold.HoldId ?? 0;
    }
}
