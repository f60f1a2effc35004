using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>Reads the gift cards of a purchase: those that pay and those that it sells.</summary>
internal static class GiftCardParts
{
    public static IReadOnlyList<GiftCardPayment> Read(IReadOnlyList<GiftCardPart?>? parts, FieldErrors errors)
    {
        if (parts is not { Count: > 0 })
        {
            return [];
        }

        if (parts.Count > ReceiptReader.MostGiftCards)
        {
            errors.Add("giftCards", "Api.TooMany", ReceiptReader.MostGiftCards);
            return [];
        }

        var read = new List<GiftCardPayment>();
        for (var i = 0; i < parts.Count; i++)
        {
            var code = Code($"giftCards[{i}].code", parts[i]?.Code, errors);
            if (code.Length > 0 && read.Exists(p => p.Code == code))
            {
                errors.Add($"giftCards[{i}].code", "Api.Duplicate");
            }

            var amount = parts[i]?.Amount is null ? (decimal?)null : errors.Optional($"giftCards[{i}].amount", parts[i]!.Amount, 2);
            if (amount is 0)
            {
                errors.Add($"giftCards[{i}].amount", "Api.NotPositive");
            }

            read.Add(new GiftCardPayment(code, errors.Optional($"giftCards[{i}].pin", parts[i]?.Pin, 10), amount is { } given ? Money.Of(given) : null));
        }

        return read;
    }

    /// <summary>The code of the card that a line sells; null where it sells none.</summary>
    public static string? SoldBy(PurchaseLine line, string place, FieldErrors errors)
    {
        if (errors.Optional($"{place}.giftCard", line.GiftCard, 64) is not { } text)
        {
            return null;
        }

        if (line.Kind is not (null or LineKind.GiftCard))
        {
            errors.Add($"{place}.kind", "GiftCards.LineKindInvalid");
        }

        if (line.Quantity is { } quantity && quantity != 1)
        {
            errors.Add($"{place}.quantity", "GiftCards.QuantityInvalid");
        }

        return Code($"{place}.giftCard", text, errors);
    }

    /// <summary>A code as it is kept; a mistyped one is told by its check digit.</summary>
    public static string Code(string field, string? text, FieldErrors errors)
    {
        var given = errors.Required(field, text, 64);
        if (given.Length == 0)
        {
            return "";
        }

        if (CardNumber.Normalise(given).Accepted(out var code, out _) && CheckDigit.IsRight(code))
        {
            return code;
        }

        errors.Add(field, "GiftCards.CodeInvalid");
        return "";
    }
}
