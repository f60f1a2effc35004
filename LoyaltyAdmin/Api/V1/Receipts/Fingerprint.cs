using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>
/// Tells a repetition from another content under the same key. It is taken from what was understood, so that neither the
/// order of the fields nor the spelling of numbers and instants matters.
/// </summary>
internal static class Fingerprint
{
    public static string Of(ReceiptDraft draft, PurchaseRequest request, MemberKey? member) => Hash(json =>
    {
        json.WriteStringValue("sale");
        json.WriteNumberValue(draft.OccurredAt.Ticks);
        json.WriteStringValue(draft.Store);
        json.WriteStringValue(draft.Register);
        json.WriteStringValue(draft.Channel);
        json.WriteStringValue(member?.Kind.ToString());
        json.WriteStringValue(member?.Value);
        json.WriteNumberValue(draft.OrderDiscount.Minor);
        json.WriteNumberValue(draft.PaidByGiftCard.Minor);
        json.WriteNumberValue(decimal.ToInt64((request.RedeemPoints ?? 0) * 100));
        json.WriteNumberValue(draft.Lines.Count);
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            json.WriteNumberValue(line.Line);
            json.WriteStringValue(line.Sku);
            json.WriteStringValue(line.Name);
            json.WriteStringValue(line.Category);
            json.WriteNumberValue(line.Quantity.Thousandths);
            json.WriteNumberValue(decimal.ToInt64(request.Lines![i]!.Price!.Value * 100));
            json.WriteNumberValue(line.Discount.Minor);
            json.WriteNumberValue(line.Tax.Minor);
            json.WriteNumberValue((int)line.Kind);
            if (line.Cost is { } cost)
            {
                json.WriteStringValue($"costs {cost.Minor}");
            }

            if (line.GiftCard is { } sold)
            {
                json.WriteStringValue($"sells {sold}");
            }
        }

        if (draft.ConfirmedName is { } confirmed)
        {
            json.WriteStringValue($"confirmed {confirmed}");
        }

        foreach (var card in draft.GiftCards)
        {
            json.WriteStringValue($"card {card.Code}");
            json.WriteNumberValue(card.Amount?.Minor ?? -1);
        }

        foreach (var code in request.Codes ?? [])
        {
            json.WriteStringValue(code!.Trim());
        }

        foreach (var type in draft.PaymentTypes)
        {
            json.WriteStringValue($"pays {type}");
        }
    });

    public static string Of(ReturnPosting posting) => Hash(json =>
    {
        json.WriteStringValue("return");
        json.WriteNumberValue(posting.OccurredAt.Ticks);
        json.WriteStringValue(posting.Store);
        json.WriteStringValue(posting.ReceiptKey);
        foreach (var line in posting.Lines)
        {
            json.WriteNumberValue(line.Line!.Value);
            json.WriteNumberValue(line.Quantity.Thousandths);
        }
    });

    private static string Hash(Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartArray();
            write(json);
            json.WriteEndArray();
        }

        return Convert.ToHexString(SHA256.HashData(text.WrittenSpan));
    }
}
