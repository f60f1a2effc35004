using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>Reads the lines of a purchase.</summary>
internal static class PurchaseLines
{
    public const decimal GreatestQuantity = 1_000_000m;
    private const decimal GreatestPrice = 1_000_000_000m;
    private const int GreatestLine = 1_000_000;

    public static List<ReceiptDraftLine> Read(IReadOnlyList<PurchaseLine?>? lines, FieldErrors errors)
    {
        var read = new List<ReceiptDraftLine>();
        if (!CheckCount(lines?.Count, errors))
        {
            return read;
        }

        var numbers = new HashSet<int>();
        for (var i = 0; i < lines!.Count; i++)
        {
            if (lines[i] is not { } line)
            {
                errors.Add($"lines[{i}]", "Api.Required");
                continue;
            }

            var number = line.Line ?? i + 1;
            if (number is < 0 or > GreatestLine)
            {
                errors.Add($"lines[{i}].line", number < 0 ? "Api.Negative" : "Api.TooGreat", GreatestLine);
            }
            else if (!numbers.Add(number))
            {
                errors.Add($"lines[{i}].line", "Api.Duplicate");
            }

            read.Add(Read(line, number, $"lines[{i}]", errors));
            if (read[^1].GiftCard is { } card && read.FindIndex(l => l.GiftCard == card) < read.Count - 1)
            {
                errors.Add($"lines[{i}].giftCard", "Api.Duplicate");
            }
        }

        return read;
    }

    /// <summary>Whether there are lines, and not too many.</summary>
    public static bool CheckCount(int? count, FieldErrors errors)
    {
        switch (count)
        {
            case null:
                errors.Add("lines", "Api.Required");
                return false;
            case 0:
                errors.Add("lines", "Api.Empty");
                return false;
            case > ReceiptReader.MostLines:
                errors.Add("lines", "Api.TooMany", ReceiptReader.MostLines);
                return false;
            default:
                return true;
        }
    }

    private static ReceiptDraftLine Read(PurchaseLine line, int number, string place, FieldErrors errors)
    {
        var quantity = errors.Required($"{place}.quantity", line.Quantity, 3, GreatestQuantity);
        var price = errors.Required($"{place}.price", line.Price, 2, GreatestPrice);
        var gross = decimal.Round(price * quantity, 2, MidpointRounding.AwayFromZero);
        if (gross > FieldChecks.GreatestAmount)
        {
            errors.Add($"{place}.price", "Api.TooGreat", FieldChecks.GreatestAmount);
            gross = 0;
        }

        var discount = errors.Optional($"{place}.discount", line.Discount, 2);
        if (discount > gross)
        {
            errors.Add($"{place}.discount", DraftValidation.DiscountAboveSum, number);
        }

        var card = GiftCardParts.SoldBy(line, place, errors);
        return new ReceiptDraftLine
        {
            Line = number,
            Sku = errors.Required($"{place}.sku", line.Sku, 64),
            Name = errors.Optional($"{place}.name", line.Name, 200),
            Category = errors.Optional($"{place}.category", line.Category, 100),
            Quantity = Quantity.Of(quantity),
            Gross = Money.Of(gross),
            Discount = Money.Of(discount),
            Tax = Money.Of(errors.Optional($"{place}.tax", line.Tax, 2)),
            Cost = line.Cost is null ? null : Money.Of(errors.Optional($"{place}.cost", line.Cost, 2)),
            Kind = card is null ? line.Kind ?? LineKind.Goods : LineKind.GiftCard,
            GiftCard = card,
        };
    }
}
