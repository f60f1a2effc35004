using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>
/// Finds the receipt lines that a return's goods were bought with. A till names receipt and line; an imported return may
/// name only the SKU: then the member's latest unreturned lines of it count, and what exceeds them came without receipt (R4).
/// </summary>
internal sealed class ReturnMatching(ReturnPosting posting, Receipt? named, IEnumerable<Receipt> returnable)
{
    private readonly List<MatchedGoods> lines = [];

    /// <summary>One good with the line it was matched with, if any.</summary>
    public sealed record MatchedGoods(Receipt? Receipt, LineReturn? Line, string Sku, Quantity Quantity, Money Refund);

    public IReadOnlyList<MatchedGoods> Lines => lines;

    public IEnumerable<(Receipt Receipt, List<LineReturn> Lines)> ByReceipt => lines
        .Where(l => l.Receipt is not null)
        .GroupBy(l => l.Receipt!)
        .Select(g => (g.Key, g.Select(l => l.Line!).ToList()));

    /// <summary>Matches all goods, or says why not; then nothing was changed.</summary>
    public Rejection? Match()
    {
        if (posting.Lines.Any(l => l.Refund is null) && Check() is { } rejection)
        {
            return rejection;
        }

        foreach (var goods in posting.Lines)
        {
            if (goods.Refund is { } refund)
            {
                MatchByAmount(goods, refund);
            }
            else
            {
                var line = LineOf(goods)!;
                Add(named!, ReturnRule.ByQuantity(line, goods.Quantity));
            }
        }

        return null;
    }

    /// <summary>Gives back less for a good that was matched: what a gift card has spent already is not paid out.</summary>
    public void Lower(MatchedGoods goods, Money refund)
    {
        goods.Line!.Line.Refunded -= goods.Refund - refund;
        lines[lines.IndexOf(goods)] = goods with { Refund = refund, Line = goods.Line with { Refund = refund } };
    }

    /// <summary>Asks more points back of a line that was matched: what a campaign takes back.</summary>
    public void AskBack(Receipt receipt, int line, Points points)
    {
        var at = lines.FindIndex(l => l.Receipt == receipt && l.Line!.Line.Line == line);
        if (at < 0)
        {
            // Goods that stay earn no more either: it falls to the first line that comes back.
            at = lines.FindIndex(l => l.Receipt == receipt);
        }

        var goods = lines[at];
        goods.Line!.Line.Reversed += points;
        goods.Line.Line.PromotedReversed += points;
        lines[at] = goods with { Line = goods.Line with { Reversed = goods.Line.Reversed + points } };
    }

    /// <summary>A return by quantity must fit into the receipt it names, all its lines taken together.</summary>
    private Rejection? Check()
    {
        foreach (var group in posting.Lines.GroupBy(g => (g.Line, g.Sku)))
        {
            if (named is null || LineOf(group.First()) is not { } line)
            {
                return ReceiptRejections.LineUnknown(PartnerTill.Tell(posting.ReceiptKey ?? "", posting.Partner?.Id), group.Key.Line?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? group.Key.Sku ?? "");
            }

            var left = line.Quantity - line.ReturnedQuantity;
            if (group.Aggregate(Quantity.Zero, (sum, g) => sum + g.Quantity) > left)
            {
                return ReceiptRejections.ReturnTooMuch(line.Line, left.Amount);
            }
        }

        return null;
    }

    private ReceiptLine? LineOf(ReturnPostingLine goods) =>
        named?.Lines.FirstOrDefault(l => goods.Line is { } number ? l.Line == number : l.Sku == goods.Sku);

    private void MatchByAmount(ReturnPostingLine goods, Money refund)
    {
        var (leftMoney, leftQuantity) = (refund, goods.Quantity);
        foreach (var (receipt, line) in Candidates(goods))
        {
            var part = Money.Min(leftMoney, line.Net - line.Refunded);
            if (part.IsZero)
            {
                continue;
            }

            var result = ReturnRule.ByAmount(line, leftQuantity, part);
            Add(receipt, result);
            leftMoney -= part;
            leftQuantity -= Quantity.Min(leftQuantity, result.Quantity);
            if (leftMoney.IsZero)
            {
                return;
            }
        }

        lines.Add(new MatchedGoods(null, null, goods.Sku ?? "", leftQuantity, leftMoney));
    }

    private IEnumerable<(Receipt Receipt, ReceiptLine Line)> Candidates(ReturnPostingLine goods)
    {
        IEnumerable<Receipt> receipts = named is not null
            ? [named]
            : returnable.Where(r => r.OccurredAt <= posting.OccurredAt).OrderByDescending(r => r.OccurredAt).ThenByDescending(r => r.Id);
        return from receipt in receipts
               from line in receipt.Lines
               where goods.Line is { } number && named is not null ? line.Line == number : line.Sku == goods.Sku
               where line.ReturnedQuantity < line.Quantity || line.Refunded < line.Net
               select (receipt, line);
    }

    private void Add(Receipt receipt, LineReturn line) =>
        lines.Add(new MatchedGoods(receipt, line, line.Line.Sku, line.Quantity, line.Refund));
}
