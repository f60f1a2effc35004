using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>A shop with a program, members and a till, on a real database: says in a line what a test does.</summary>
public sealed class Till : IDisposable
{
    private static readonly Actor Somebody = Actor.System("test");

    private Till(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public TestClock Clock => Database.Clock;

    public ReceiptPoster Poster => Database.Get<ReceiptPoster>();

    /// <summary>A shop; its members are registered by their first imported purchase or by <see cref="MemberAsync"/>.</summary>
    public static async Task<Till> OpenAsync(ProgramConditions? conditions = null, int pointDecimals = 0) =>
        new(await TestDatabase.WithProgramAsync(conditions, pointDecimals, more: services =>
        {
            services.AddTrade();
        }));

    public static MemberKey Named(string externalId) => new(MemberKeyKind.ExternalId, externalId);

    /// <summary>A sale of one line, in whole units of currency.</summary>
    public SalePosting Sale(
        string key, string? member, decimal sum, DateTime? at = null, decimal quantity = 1, long redeem = 0, ReceiptSource source = ReceiptSource.Api) => new()
        {
            Key = key,
            PayloadHash = $"{member}|{sum}|{quantity}|{redeem}",
            Member = member is null ? null : Named(member),
            Source = source,
            Draft = new ReceiptDraft
            {
                OccurredAt = at ?? Clock.UtcNow,
                Store = "S1",
                RedeemPoints = new Points(redeem),
                Lines = [new ReceiptDraftLine { Line = 1, Sku = "A", Quantity = Quantity.Of(quantity), Gross = Money.Of(sum) }],
            },
        };

    public ReturnPosting Return(string key, string receipt, decimal quantity, DateTime? at = null) => new()
    {
        Key = key,
        PayloadHash = $"{receipt}|{quantity}",
        Source = ReceiptSource.Api,
        OccurredAt = at ?? Clock.UtcNow,
        ReceiptKey = receipt,
        Lines = [new ReturnPostingLine { Line = 1, Quantity = Quantity.Of(quantity) }],
    };

    /// <summary>A hold of a sale, a quarter of an hour long.</summary>
    public static HoldPosting Hold(SalePosting sale, TimeSpan? timeToLive = null) => new()
    {
        Key = sale.Key,
        PayloadHash = sale.PayloadHash,
        Member = sale.Member,
        Source = sale.Source,
        Draft = sale.Draft,
        TimeToLive = timeToLive ?? TimeSpan.FromMinutes(15),
    };

    public static ConfirmPosting Confirm(Hold hold, SalePosting? changed = null) => new()
    {
        Key = $"hold {hold.Id}",
        PayloadHash = "",
        HoldId = hold.Id,
        Changed = changed,
        Member = changed?.Member,
        Source = ReceiptSource.Api,
    };

    public static CancelPosting Cancel(Hold hold) => new()
    {
        Key = $"hold {hold.Id}",
        PayloadHash = "",
        HoldId = hold.Id,
        Source = ReceiptSource.Api,
    };

    public async Task<Hold> HoldAsync(SalePosting sale, TimeSpan? timeToLive = null) => (await PostAsync(Hold(sale, timeToLive))).Hold!;

    public Task<PostingResult> PostAsync(Posting posting) => Poster.PostAsync(Somebody, posting, default);

    public Task<IReadOnlyList<PostingResult>> ImportAsync(params Posting[] postings) =>
        Poster.PostManyAsync(Somebody, postings, registerUnknown: true, inTransaction: null, default);

    /// <summary>Registers members and gives each a balance by a purchase that earns it: 5% of twenty times the points.</summary>
    public async Task MemberAsync(string externalId, long points = 0)
    {
        await ImportAsync(Sale($"join-{externalId}", externalId, points * 20m, source: ReceiptSource.Import));
    }

    public async Task<Account> AccountAsync(string externalId)
    {
        await using var db = Database.CreateDbContext();
        return await (from account in db.Accounts.AsNoTracking()
                      join member in db.Members on account.MemberId equals member.Id
                      where member.ExternalId == externalId
                      select account).SingleAsync();
    }

    public async Task<List<LedgerEntry>> EntriesAsync(string externalId)
    {
        var account = await AccountAsync(externalId);
        await using var db = Database.CreateDbContext();
        return await db.LedgerEntries.AsNoTracking().Where(e => e.AccountId == account.Id).OrderBy(e => e.Id).ToListAsync();
    }

    public void Dispose() => Database.Dispose();
}
