using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Why;

/// <summary>Why a line of a receipt earned and paid what it did, up to the lot that its points went into.</summary>
public sealed class ExplainLine(IDbContextFactory<LoyaltyDbContext> databases, WhyWords words, BusinessClock clock)
{
    /// <summary>By the till's own name of the receipt; null where there is no such line.</summary>
    public async Task<Explanation?> ExecuteAsync(Actor actor, string receiptKey, int line, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var kept = actor.Partner?.Keep(receiptKey) ?? receiptKey;
        var receipt = await db.Receipts.AsNoTracking().Include(r => r.Lines).SingleOrDefaultAsync(r => r.Key == kept, ct);
        receipt = actor.Partner is { } till && receipt?.PartnerId != till.Id ? null : receipt;
        return receipt?.Lines.Find(l => l.Line == line) is { } found ? await TellAsync(db, receipt, found, ct) : null;
    }

    private async Task<Explanation> TellAsync(LoyaltyDbContext db, Receipt receipt, ReceiptLine line, CancellationToken ct)
    {
        var tell = await words.BeginAsync(ct);
        tell.Receipt(receipt);
        tell.Say(
            "LinePaid", Formats.Quantity(line.Quantity), line.Name ?? line.Sku, tell.Money(line.Gross), tell.Money(line.Discount), tell.Money(line.Redeemed), tell.Money(line.Net));
        if (receipt.MemberId is null)
        {
            tell.Say("NoMember");
        }
        else
        {
            tell.Reasons(receipt, ofRedemption: true, line.Line);
            if (!line.RedeemedPoints.IsZero)
            {
                tell.Say("LineShareRedeemed", tell.Points(line.RedeemedPoints), tell.Points(receipt.RedeemedPoints));
            }

            tell.Reasons(receipt, ofRedemption: false, line.Line);
            tell.Say(line.Accrued.IsZero ? "LineNoShare" : "LineShare", tell.Points(line.Accrued), tell.Points(receipt.Accrued));
        }

        tell.Version(receipt.RuleVersion);
        if (!line.Accrued.IsZero && receipt.MemberId is { } member)
        {
            var lots = await (
                from lot in db.Lots.AsNoTracking()
                join account in db.Accounts on lot.AccountId equals account.Id
                where account.MemberId == member && lot.ReceiptId == receipt.Id
                orderby lot.Id
                select lot).ToListAsync(ct);
            lots.ForEach(lot => tell.Lot(lot, clock.UtcNow));
        }

        if (line.ReturnedQuantity.Thousandths > 0)
        {
            tell.Say(
                "LineReturned", Formats.Quantity(line.ReturnedQuantity), Formats.Quantity(line.Quantity), tell.Money(line.Refunded),
                tell.Points(line.Restored), tell.Points(line.Reversed));
        }

        return tell.End(tell["Title.Line", line.Line, receipt.Key]);
    }
}
