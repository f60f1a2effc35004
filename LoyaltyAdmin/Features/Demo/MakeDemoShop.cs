using System.Diagnostics;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Goods;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.Demo.Kinds;
using LoyaltyAdmin.Features.Demo.Plan;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>
/// Makes the demo shop in a portal that is empty, by the very code that serves tills: members register, receipts and returns
/// are posted in the order of time, points expire. Cut off in between, the next run goes on; a second run does nothing.
/// </summary>
public sealed partial class MakeDemoShop(
    IDbContextFactory<LoyaltyDbContext> databases,
    SqlProvider sql,
    IdSource ids,
    LedgerWriter ledgers,
    ProgramTimelines timelines,
    PointsDivision division,
    CampaignBook campaigns,
    CouponCodes coupons,
    RegisterMembers register,
    ExpirePoints expire,
    ActivatePoints activate,
    FindDuplicates duplicates,
    MakeHousehold households,
    BusinessClock clock,
    DemoBoard board,
    IServiceProvider services,
    ILogger<MakeDemoShop> log)
{
    // Small enough that a till which waits for the database waits a moment only.
    private const int MembersPerBatch = 500;
    private const int PostingsPerBatch = 250;
    private const int FamilySize = 3;
    private static readonly Actor Demo = DemoStage.Demo;

    /// <summary>Makes the shop, or goes on with it; false where there is nothing to make.</summary>
    public async Task<bool> ExecuteAsync(DemoScale scale, CancellationToken ct)
    {
        if (await BeginAsync(ct) is not { } shop)
        {
            return false;
        }

        board.Tell(new DemoProgress(shop.Posted, shop.Postings, null));
        var plan = DemoPlan.Make(scale, shop.EndsAt, await timelines.GetAsync(ct));
        var posted = shop.Postings == plan.Postings.Count ? shop.Posted : 0;
        await StockAsync(plan, posted, ct);
        foreach (var members in plan.Members.Chunk(MembersPerBatch))
        {
            await register.ExecuteAsync(Demo, members, ct);
        }

        var kinds = new DemoKinds(new DemoStage(services, plan, shop.EndsAt, code => Refused(log, code)));
        await kinds.PrepareAsync(ct);
        await PostAsync(plan, posted, kinds, shop.EndsAt, ct);
        await kinds.CloseAsync(ct);
        await expire.ExecuteAsync(Demo, ct);
        await activate.ExecuteAsync(Demo, ct);
        await duplicates.ExecuteAsync(Demo, progress: null, ct);
        await JoinAsync(ct);
        await EndAsync(ct);
        return true;
    }

    /// <summary>The shop to be made, null for none: it is there, it was removed, or the portal has data of its own.</summary>
    private async Task<DemoShop?> BeginAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.DemoShops.AsNoTracking().SingleOrDefaultAsync(ct) is { } known)
        {
            return known.Status == DemoShopStatus.Making ? known : null;
        }

        if (await db.Members.AnyAsync(ct) || await db.Receipts.AnyAsync(ct))
        {
            return null;
        }

        var now = clock.UtcNow;
        var shop = new DemoShop { EndsAt = now, StartedAt = now };
        db.DemoShops.Add(shop);
        try
        {
            await db.SaveChangesAsync(ct);
            return shop;
        }
        catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
        {
            // Another node makes it.
            return null;
        }
    }

    private async Task StockAsync(DemoPlan plan, int posted, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Goods.Where(g => g.IsDemo).ExecuteDeleteAsync(ct);
        var taken = await db.Goods.Select(g => g.Sku).Where(sku => sku.StartsWith("DEMO-")).ToListAsync(ct);
        await sql.InsertAsync<Good>(db, [.. plan.Goods.ExceptBy(taken, g => g.Sku)], ct);
        await db.DemoShops.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Postings, plan.Postings.Count).SetProperty(s => s.Posted, posted), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Two families among those who come now and then; made again they are found.</summary>
    private async Task JoinAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var members = await (
            from member in db.Members
            where member.IsDemo && member.Status == MemberStatus.Active && member.FirstName != null
            join account in db.Accounts on member.Id equals account.MemberId
            where account.Available.Value > 0
            orderby account.Receipts, member.Id
            select member.Id).Take(FamilySize + 2).ToListAsync(ct);
        if (members.Count == FamilySize + 2)
        {
            await households.ExecuteAsync(Demo, members[0], members.Take(FamilySize), ct);
            await households.ExecuteAsync(Demo, members[^2], [members[^1]], ct);
        }
    }

    private async Task PostAsync(DemoPlan plan, int posted, DemoKinds kinds, DateTime endsAt, CancellationToken ct)
    {
        var history = new HistoryClock();
        await using var poster = new ReceiptPoster(databases, timelines, history.Business, sql, ids, ledgers, division, campaigns, coupons);
        var (begun, since) = (posted, Stopwatch.StartNew());
        foreach (var postings in plan.Postings.Skip(posted).Chunk(PostingsPerBatch))
        {
            history.UtcNow = DemoPlan.AtOf(postings[^1]);
            var results = await poster.PostManyAsync(Demo, [.. postings.Select(kinds.Paid)], registerUnknown: false, (db, done, cancel) => CountAsync(db, done.Count, cancel), ct);
            foreach (var refused in results.Where(r => r.Rejection is not null))
            {
                Refused(log, refused.Rejection!.Code);
            }

            await kinds.SellAtPartnerAsync(poster, history.UtcNow, ct);
            posted += postings.Length;
            var left = (plan.Postings.Count - posted) * (since.Elapsed / (posted - begun));
            board.Tell(new DemoProgress(posted, plan.Postings.Count, left));
        }

        history.UtcNow = endsAt;
        await kinds.SellAtPartnerAsync(poster, endsAt, ct);
    }

    private static Task<int> CountAsync(LoyaltyDbContext db, int count, CancellationToken ct) =>
        db.DemoShops.ExecuteUpdateAsync(set => set.SetProperty(s => s.Posted, s => s.Posted + count), ct);

    private async Task EndAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.DemoShops.Where(s => s.Status == DemoShopStatus.Making).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Status, DemoShopStatus.Ready).SetProperty(s => s.FinishedAt, now), ct);
    }

    [LoggerMessage(LogLevel.Warning, "A posting of the demo shop was refused: {Code}")]
    private static partial void Refused(ILogger logger, string code);
}
