using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

/// <summary>A shop whose marketer launches campaigns and whose tills post receipts, in one line each.</summary>
public sealed class CampaignShop : IDisposable
{
    public static readonly Actor Marketer = new("marketer", new HashSet<Permission> { Permission.PromotionsView, Permission.PromotionsEdit });
    public static readonly Actor Manager = new("manager", new HashSet<Permission> { Permission.PromotionsView, Permission.PromotionsApprove });
    private static readonly Actor Seller = Actor.System("till");
    private int receipts;

    private CampaignShop(Till till) => Till = till;

    public Till Till { get; }

    /// <summary>Points are worth one unit of currency each; the main scheme gives none unless asked for.</summary>
    public static async Task<CampaignShop> OpenAsync(ProgramConditions? conditions = null) =>
        new(await Till.OpenAsync(conditions ?? new ProgramConditions { Accrual = new AccrualConditions { Percent = 0 } }));

    public T Get<T>()
        where T : notnull => Till.Database.Get<T>();

    /// <summary>Launches a campaign; above the limits the manager approves it.</summary>
    public async Task<int> LaunchAsync(string key, CampaignTerms terms)
    {
        var id = (await Get<WriteCampaign>().CreateAsync(Marketer, new WriteCampaign.Draft { Key = key, Name = key.ToUpperInvariant(), Terms = terms }, default)).Value;
        await LaunchAsync(id);
        return id;
    }

    /// <summary>Launches the open version.</summary>
    public async Task LaunchAsync(int id)
    {
        var submitted = await Get<MoveCampaign>().SubmitAsync(Marketer, id, await RevisionAsync(id), default);
        if (submitted.Value.Above.Count > 0)
        {
            Assert.Null((await Get<MoveCampaign>().ApproveAsync(Manager, id, await RevisionAsync(id), null, default)).Rejection);
        }

        Assert.Null((await Get<MoveCampaign>().LaunchAsync(Marketer, id, await RevisionAsync(id), default)).Rejection);
    }

    public async Task<int> RevisionAsync(int id) => (await Get<CampaignQueries>().FindAsync(Marketer, id, default))!.Campaign.Revision;

    public async Task<CampaignTotal> TotalAsync(int id)
    {
        await using var db = Till.Database.CreateDbContext();
        return await db.CampaignTotals.AsNoTracking().SingleAsync(t => t.CampaignId == id);
    }

    public async Task<long> CouponsAsync(CouponSeriesPlan plan) =>
        (await Get<SaveCouponSeries>().CreateAsync(Marketer, plan with { Name = plan.Key, From = DateOnly.FromDateTime(Till.Clock.UtcNow) }, default)).Value;

    public SalePosting Sale(string? member, decimal sum, params string[] codes) => Sale(member, sum, quantity: 1, codes);

    public SalePosting Sale(string? member, decimal sum, decimal quantity, params string[] codes)
    {
        var sale = Till.Sale($"R{Interlocked.Increment(ref receipts)}", member, sum, quantity: quantity);
        return sale with { Draft = sale.Draft with { Codes = codes }, PayloadHash = $"{sale.PayloadHash}|{string.Join(',', codes)}" };
    }

    public async Task<Receipt> SellAsync(string? member, decimal sum, params string[] codes) => (await Till.Poster.PostAsync(Seller, Sale(member, sum, codes), default)).Receipt!;

    public Task<PostingResult> PostAsync(Posting posting) => Till.Poster.PostAsync(Seller, posting, default);

    public void Dispose() => Till.Dispose();
}
