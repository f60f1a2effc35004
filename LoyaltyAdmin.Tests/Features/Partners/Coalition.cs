using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Partners;

/// <summary>A shop with partners: posts at any of their tills and settles.</summary>
internal sealed class Coalition : IDisposable
{
    public static readonly Actor Admin = Actor.System("admin");

    private Coalition(Till till) => Till = till;

    public Till Till { get; }

    public TestDatabase Database => Till.Database;

    public static async Task<Coalition> OpenAsync(ProgramConditions? conditions = null) => new(await Till.OpenAsync(conditions));

    /// <summary>A partner with terms from now on; none where they are null.</summary>
    public async Task<PartnerTill> PartnerAsync(string key, PartnerConditions? terms)
    {
        var id = (await Use<SavePartner>().AddAsync(Admin, key, new SavePartner.Particulars($"The {key}"), default)).Value;
        if (terms is not null)
        {
            await AgreeAsync(id, terms);
        }

        return new PartnerTill(id, key);
    }

    public async Task<int> AgreeAsync(int partner, PartnerConditions terms, DateTime? from = null) =>
        (await Use<AgreeTerms>().ExecuteAsync(Admin, partner, terms, from, "agreed", default)).Value;

    public Task<PostingResult> AtAsync(PartnerTill? partner, Posting posting) =>
        Till.Poster.PostAsync(Actor.System("till") with { Partner = partner }, posting, default);

    /// <summary>A sale at a partner, or at the shop.</summary>
    public async Task<Receipt> SellAsync(PartnerTill? partner, string key, string? member, decimal sum, long redeem = 0, decimal quantity = 1)
    {
        var result = await AtAsync(partner, Till.Sale(key, member, sum, redeem: redeem, quantity: quantity));
        Assert.Null(result.Rejection);
        return result.Receipt!;
    }

    public async Task<Return> ReturnAsync(PartnerTill? partner, string key, string receipt, decimal quantity = 1)
    {
        var result = await AtAsync(partner, Till.Return(key, receipt, quantity));
        Assert.Null(result.Rejection);
        return result.Return!;
    }

    public async Task<int> DraftAsync(PartnerTill partner, DateOnly from, DateOnly to) =>
        (await Use<DraftSettlement>().ExecuteAsync(Admin, partner.Id, from, to, default)).Value;

    /// <summary>A closed statement to the end of today.</summary>
    public async Task<SettlementDetails> SettleAsync(PartnerTill partner)
    {
        var today = DateOnly.FromDateTime(Till.Clock.UtcNow.AddHours(3));
        var id = await DraftAsync(partner, today.AddDays(-1), today.AddDays(1));
        Assert.Null((await Use<CloseSettlement>().ExecuteAsync(Admin, id, default)).Rejection);
        return await DetailsAsync(id);
    }

    public async Task<SettlementDetails> DetailsAsync(int id) => (await Use<SettlementQueries>().DetailsAsync(Admin, id, default))!;

    public async Task<PartnerDetails> PartnerAsync(PartnerTill partner) => (await Use<PartnerQueries>().DetailsAsync(Admin, partner.Id, default))!;

    /// <summary>What the ledger says of a partner: issued, reversed, redeemed, restored by the receipts posted there.</summary>
    public async Task<(long Issued, long Reversed, long Redeemed, long Restored)> LedgerAsync(PartnerTill partner)
    {
        await using var db = Database.CreateDbContext();
        var sums = await (
            from entry in db.LedgerEntries
            join receipt in db.Receipts on entry.ReceiptId equals receipt.Id
            where receipt.PartnerId == partner.Id
            group entry.Points.Value by entry.Kind into kind
            select new { kind.Key, Points = kind.Sum() }).ToDictionaryAsync(k => k.Key, k => k.Points);
        long Of(LoyaltyAdmin.Domain.Ledger.EntryKind kind) => sums.GetValueOrDefault(kind);
        return (
            Of(LoyaltyAdmin.Domain.Ledger.EntryKind.Accrual), Of(LoyaltyAdmin.Domain.Ledger.EntryKind.Reversal),
            Of(LoyaltyAdmin.Domain.Ledger.EntryKind.Redemption), Of(LoyaltyAdmin.Domain.Ledger.EntryKind.Restore));
    }

    public T Use<T>() => Database.Make<T>();

    public void Dispose() => Till.Dispose();
}
