using System.Globalization;
using System.Text;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Features.Subscriptions;
using LoyaltyAdmin.Tests.Features.Tiers;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Imports;

public sealed class UndoImportTests : ImportTest
{
    private const string Members = "externalId,lastName,phone\nanna,Иванова,+79160000001\nboris,Щукин,\n";

    private const string First =
        "receiptId,occurredAt,member,sku,quantity,amount\nF1,2026-01-05,anna,A,2,1000\nF2,2024-05-05,anna,A,1,300\nF3,2026-02-01,,A,1,50\n";

    /// <summary>Sales, a return of the import's own and of earlier goods, points long expired, a new member and nobody's purchase.</summary>
    private const string Second =
        "receiptId,occurredAt,member,sku,quantity,amount,returnOf\nS1,2026-02-05,anna,A,1,700,\nS2,2025-01-05,anna,B,1,200,\nS3,2026-02-06,clara,A,1,500,\n" +
        "S4,2026-02-07,,A,1,90,\nR1,2026-02-08,anna,A,-1,-500,F1\nR2,2026-02-09,clara,A,-1,-500,S3\nR3,2026-02-09,,A,-1,-90,S4\n";

    private UndoImport Undo => Database.Get<UndoImport>();

    [Fact]
    public async Task Receipts_go_as_if_they_had_never_come_and_the_same_file_can_come_again()
    {
        await ImportAsync(Members, ImportKind.Members);
        await ImportAsync(First);
        var before = await PictureAsync();
        var import = await ImportAsync(Second);
        var with = await PictureAsync();

        var preview = (await Undo.PreviewAsync(Marketer, import.Id, default)).Value;
        var undone = await UndoAsync(import.Id);
        var after = await PictureAsync();
        var again = await ImportAsync(Second);

        Assert.Equal((4, 3, 1, 0), (preview.Sales, preview.Returns, preview.Members, preview.Obstacles.Count));
        Assert.Equal(ImportStatus.Undone, undone.Status);
        Assert.Equal(before, after);
        Assert.Equal((7, 0, 0), (again.Accepted, again.Skipped, again.Rejected));
        Assert.Equal(with, await PictureAsync());
        await ProveAsync();
        await using var db = Database.CreateDbContext();
        Assert.Equal(7, await db.UndoneReceipts.CountAsync(r => r.ImportId == import.Id));
        Assert.All(
            await db.LedgerEntries.Where(e => e.Kind == EntryKind.AccrualUndone).ToListAsync(),
            e => Assert.Contains("the wrong file", e.Reason, StringComparison.Ordinal));
        Assert.Equal("Imports.NotUndoable", (await Undo.PreviewAsync(Marketer, import.Id, default)).Rejection?.Code);
    }

    [Fact]
    public async Task What_was_taken_away_is_listed_page_by_page_and_in_a_workbook()
    {
        using var culture = new UseCulture("en");
        await ImportAsync(First);
        var import = await ImportAsync(Second);
        await UndoAsync(import.Id);
        var undone = Database.Get<UndoneQueries>();

        var all = await undone.ListAsync(Marketer, import.Id, new PageRequest(0, 50), default);
        var second = await undone.ListAsync(Marketer, import.Id, new PageRequest(5, 5), default);
        using var file = new MemoryStream();
        await Database.Make<UndoneExport>(Database.Make<ListWorkbook>(Database.Make<StreamedWorkbook>())).WriteAsync(Marketer, file, import.Id, ListParameters.Of(""), default);

        Assert.Equal(7, all.Total);
        Assert.Equal(all.Rows.Skip(5), second.Rows);
        Assert.Equal(
            [("R1", -50_000L), ("R2", -50_000L), ("R3", -9_000L), ("S1", 70_000L), ("S2", 20_000L), ("S3", 50_000L), ("S4", 9_000L)],
            all.Rows.Select(r => (r.Key, r.Paid)).Order());
        Assert.Equal(35L, all.Rows.Single(r => r.Key == "S1").Points);
        Assert.Equal(8, LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture.Read(file).Tables["What was taken away"]!.Rows.Cast<System.Data.DataRow>().Count(r => r[2] is string { Length: > 0 }));
        Assert.Equal(0, (await undone.ListAsync(Marketer, import.Id + 1, new PageRequest(0, 50), default)).Total);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => undone.ListAsync(
            new Actor("someone", new HashSet<Permission> { Permission.MembersView }), import.Id, new PageRequest(0, 50), default));
    }

    [Fact]
    public async Task What_a_plan_had_brought_with_the_import_goes_with_it_and_its_subscriber_stays()
    {
        await ImportAsync(First);
        var import = await ImportAsync(Second);
        var (anna, clara) = (await IdAsync("anna"), await IdAsync("clara"));
        await UndoAsync(import.Id);
        await Database.Get<SavePlan>().ExecuteAsync(Marketer, new OfferOrder<PlanTerms> { Key = "plus", Name = "Plus", Terms = PlanShop.Terms }, default);
        var start = Database.Get<StartSubscription>();
        StartOrder Of(long member) => new() { MemberId = member, Plan = "plus", Amount = Money.Of(100), At = new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc) };
        var subscription = (await start.ExecuteAsync(Marketer, Of(anna), default)).Value.SubscriptionId;
        var before = await SavedAsync(subscription);

        var again = await ImportAsync(Second);
        Assert.NotEqual(before, await SavedAsync(subscription));
        Assert.Null((await start.ExecuteAsync(Marketer, Of(await IdAsync("clara")), default)).Rejection);
        await UndoAsync(again.Id);

        Assert.Equal(before, await SavedAsync(subscription));
        Assert.NotEqual(0, await IdAsync("clara"));
        Assert.NotEqual(0, clara);
        await using var db = Database.CreateDbContext();
        Assert.False(await db.SubscriptionSavings.AnyAsync());
    }

    private async Task<decimal> SavedAsync(long subscription) => (await Database.Get<SubscriptionQueries>().FindAsync(subscription, default))!.Saved;

    private async Task<long> IdAsync(string name)
    {
        await using var db = Database.CreateDbContext();
        return await db.Members.Where(m => m.ExternalId == name).Select(m => m.Id).SingleAsync();
    }

    [Fact]
    public async Task Receipts_that_something_was_built_on_stay_and_the_refusal_says_which()
    {
        await ImportAsync(Members, ImportKind.Members);
        var spent = await ImportAsync("receiptId,occurredAt,member,sku,amount\nP1,2026-02-05,anna,A,1000\n");
        var returned = await ImportAsync("receiptId,occurredAt,member,sku,amount\nP2,2026-02-05,boris,A,1000\nP3,2026-02-06,boris,A,1000\n");
        await PostAsync(Sale("till-1", "anna", redeem: 30));
        await ImportAsync("receiptId,occurredAt,member,sku,quantity,amount,returnOf\nB1,2026-02-10,boris,A,-1,-1000,P3\n");
        var before = await StateAsync();

        var why = (await Undo.PreviewAsync(Marketer, spent.Id, default)).Value.Obstacles;
        var other = (await Undo.PreviewAsync(Marketer, returned.Id, default)).Value.Obstacles;
        var refusal = await Undo.ExecuteAsync(Marketer, spent.Id, "by mistake", default);

        Assert.Equal(("Undo.Spent", 1, "P1"), (Assert.Single(why).Code, why[0].Count, why[0].Samples[0]));
        Assert.Equal(("Undo.Returned", 1, "P3"), (Assert.Single(other).Code, other[0].Count, other[0].Samples[0]));
        Assert.Equal("Imports.BuiltOn", refusal?.Code);
        Assert.Equal(before, await StateAsync());
        await ProveAsync();
    }

    [Fact]
    public async Task Points_spent_while_the_import_is_being_undone_stay_with_their_receipt()
    {
        await ImportAsync(Members, ImportKind.Members);
        var import = await ImportAsync("receiptId,occurredAt,member,sku,amount\nP1,2026-02-05,anna,A,1000\nP2,2026-02-05,boris,A,1000\n");
        Assert.Null(await Undo.ExecuteAsync(Marketer, import.Id, "by mistake", default));
        await PostAsync(Sale("till-1", "anna", redeem: 30));

        await Database.Get<RunUndo>().ExecuteAsync(import.Id, default);

        var end = await DetailsAsync(import.Id);
        Assert.Equal((ImportStatus.Done, "Imports.UndoLeft", "1"), (end.Status, end.FailureCode, end.FailureDetail));
        Assert.Equal(["P1", "till-1"], (await ReceiptsAsync()).Select(r => r.Key).Order());
        await ProveAsync();
    }

    [Fact]
    public async Task Undoing_that_was_cut_short_goes_on()
    {
        var csv = new StringBuilder("receiptId,occurredAt,member,sku,amount\n");
        for (var i = 0; i < 900; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"r{i},2026-01-{(i % 28) + 1:00},m{i % 450},A,{i + 1}\n");
        }

        var import = await ImportAsync(csv.ToString());
        Assert.Null(await Undo.ExecuteAsync(Marketer, import.Id, "by mistake", default));
        using (var stop = new CancellationTokenSource())
        {
            Database.Get<ImportBoard>().Changed += StopInTheMiddle;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database.Get<RunUndo>().ExecuteAsync(import.Id, stop.Token));
            Database.Get<ImportBoard>().Changed -= StopInTheMiddle;

            void StopInTheMiddle(int id)
            {
                if (Database.Get<ImportBoard>().Of(id)?.Rows > 0)
                {
                    stop.Cancel();
                }
            }
        }

        var between = (await ReceiptsAsync()).Count;
        await ProveAsync();
        await Database.Get<RunUndo>().ExecuteAsync(import.Id, default);

        Assert.InRange(between, 1, 899);
        Assert.Equal((0, 0, 0, 0, 0L, 0L), await StateAsync());
        Assert.Equal(ImportStatus.Undone, (await DetailsAsync(import.Id)).Status);
        await ProveAsync();
    }

    [Fact]
    public async Task Members_go_and_what_was_changed_of_others_comes_back()
    {
        await ImportAsync(Members, ImportKind.Members);
        var before = await MembersAsync();
        var order = new ImportOrder { Kind = ImportKind.Members, UpdateKnown = true };
        var import = await RunAsync(await StartAsync(
            "externalId,lastName,phone,card\nanna,Петрова,+79160000009,5001\nclara,Новая,,5002\nanna,Сидорова,,\n"u8.ToArray(), order));

        var preview = (await Undo.PreviewAsync(Marketer, import.Id, default)).Value;
        await UndoAsync(import.Id);

        await using var db = Database.CreateDbContext();
        Assert.Equal((1, 1), (preview.Members, preview.Restored));
        Assert.Equal(before, await MembersAsync());
        Assert.Equal(0, await db.Cards.CountAsync());
        Assert.Equal(2, await db.Accounts.CountAsync());
    }

    [Fact]
    public async Task Members_who_bought_or_were_edited_since_keep_the_import()
    {
        var import = await ImportAsync(Members, ImportKind.Members);
        await ImportAsync(First);
        await using (var db = Database.CreateDbContext())
        {
            await db.Members.Where(m => m.ExternalId == "boris").ExecuteUpdateAsync(set => set.SetProperty(m => m.Version, 1));
        }

        var obstacles = (await Undo.PreviewAsync(Marketer, import.Id, default)).Value.Obstacles;

        Assert.Equal([("Undo.Bought", "Иванова"), ("Undo.Edited", "Щукин")], obstacles.Select(o => (o.Code, o.Samples[0])));
        Assert.Equal("Imports.BuiltOn", (await Undo.ExecuteAsync(Marketer, import.Id, "by mistake", default))?.Code);
    }

    [Fact]
    public async Task Balances_go_while_untouched_and_the_same_file_opens_them_again()
    {
        const string Balances = "member;points;activatesAt;expiresAt\nanna;120;;\nboris;30;2025-01-01;2025-06-01\n";
        await ImportAsync(Members, ImportKind.Members);
        var before = await PictureAsync();
        var import = await ImportAsync(Balances, ImportKind.Balances);

        var preview = (await Undo.PreviewAsync(Marketer, import.Id, default)).Value;
        await UndoAsync(import.Id);
        var after = await PictureAsync();
        var again = await ImportAsync(Balances, ImportKind.Balances);
        var twice = await ImportAsync(Balances, ImportKind.Balances);
        await PostAsync(Sale("till-1", "anna", redeem: 10));
        var used = (await Undo.PreviewAsync(Marketer, again.Id, default)).Value.Obstacles;

        Assert.Equal((2, 150L), (preview.Balances, preview.Points));
        Assert.Equal(before, after);
        Assert.Equal((2, 0), (again.Accepted, again.Skipped));
        Assert.Equal((0, 2), (twice.Accepted, twice.Skipped));
        Assert.Equal(("Undo.BalanceUsed", "anna"), (Assert.Single(used).Code, used[0].Samples[0]));
        await ProveAsync();
    }

    private SalePosting Sale(string key, string member, long redeem) => new()
    {
        Key = key,
        PayloadHash = key,
        Member = new MemberKey(MemberKeyKind.ExternalId, member),
        Source = ReceiptSource.Api,
        Draft = new ReceiptDraft
        {
            OccurredAt = Database.Clock.UtcNow,
            Store = "S1",
            RedeemPoints = new Points(redeem),
            Lines = [new ReceiptDraftLine { Line = 1, Sku = "A", Quantity = Quantity.Of(1), Gross = Money.Of(100) }],
        },
    };

    private async Task PostAsync(Posting posting) =>
        Assert.Null((await Database.Get<ReceiptPoster>().PostAsync(Actor.System("test"), posting, default)).Rejection);

    private async Task<ImportRow> UndoAsync(int id)
    {
        Assert.Null(await Undo.ExecuteAsync(Marketer, id, "the wrong file", default));
        await Database.Get<RunUndo>().ExecuteAsync(id, default);
        return await DetailsAsync(id);
    }

    private async Task ProveAsync()
    {
        var proof = await Database.Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default);
        Assert.True(proof.Balanced, proof.Totals.ToString());
        Assert.Empty(await Database.Make<CheckRollups>().ExecuteAsync(default));
    }

    private async Task<List<string>> MembersAsync()
    {
        await using var db = Database.CreateDbContext();
        return [.. (await db.Members.OrderBy(m => m.Id).ToListAsync()).Select(m => $"{m.ExternalId} {m.LastName} {m.Phone} {m.Email} {m.SearchKey}")];
    }

    /// <summary>All that figures are made of: purchases, returns, balances, statistics and what each day issued, expired and took back.</summary>
    [Fact]
    public async Task Levels_that_its_purchases_brought_go_with_them_and_earlier_ones_stay()
    {
        await using (var db = Database.CreateDbContext())
        {
            (await db.ProgramVersions.SingleAsync()).Conditions = Ladder.Conditions();
            await db.SaveChangesAsync();
        }

        await ImportAsync("receiptId,occurredAt,member,amount\nF1,2026-01-05,anna,1000\n");
        var before = await LevelsAsync();
        var import = await ImportAsync("receiptId,occurredAt,member,amount\nS1,2026-01-06,anna,4000\nS2,2026-01-06,boris,9000\n");

        await UndoAsync(import.Id);

        Assert.Equal(["anna silver"], before);
        Assert.Equal(before, await LevelsAsync());
        await using var after = Database.CreateDbContext();
        Assert.Equal("silver", (await after.TierChanges.SingleAsync()).To);
    }

    private async Task<List<string>> LevelsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.MemberTiers.Join(db.Members, t => t.MemberId, m => m.Id, (t, m) => $"{m.ExternalId} {t.Level}").ToListAsync();
    }

    private async Task<string> PictureAsync()
    {
        await using var db = Database.CreateDbContext();
        var receipts = await db.Receipts.OrderBy(r => r.Key).Select(r => r.Key).ToListAsync();
        var lines = await db.ReceiptLines.OrderBy(l => l.Sku).ThenBy(l => l.Gross.Minor).Select(l => $"{l.Sku}{l.Gross.Minor}-{l.ReturnedQuantity.Thousandths}-{l.Reversed.Value}").ToListAsync();
        var returns = await db.Returns.OrderBy(r => r.Key).Select(r => r.Key).ToListAsync();
        var members = await db.Members.OrderBy(m => m.ExternalId).Select(m => m.ExternalId).ToListAsync();
        var accounts = (await db.Accounts.Join(db.Members, a => a.MemberId, m => m.Id, (a, m) => new { a, m.ExternalId }).OrderBy(a => a.ExternalId).ToListAsync())
            .Select(a => $"{a.ExternalId}:{a.a.Available.Value}/{a.a.Debt.Value}/{a.a.Receipts}/{a.a.NetRevenueMinor}/{a.a.FirstReceiptOn:O}/{a.a.LastReceiptOn:O}");
        var days = (await db.DailyPoints.ToListAsync())
            .GroupBy(d => (d.Day, Kind: d.Kind switch
            {
                EntryKind.AccrualUndone => EntryKind.Accrual,
                EntryKind.OpeningUndone => EntryKind.OpeningBalance,
                EntryKind.ExpiryUndone => EntryKind.Expiry,
                EntryKind.ReversalUndone => EntryKind.Reversal,
                var kind => kind,
            }))
            .Select(g => (g.Key, Points: g.Sum(d => d.Kind >= EntryKind.AccrualUndone ? -d.Points : d.Points)))
            .Where(g => g.Points != 0).OrderBy(g => g.Key).Select(g => $"{g.Key.Day:O} {g.Key.Kind} {g.Points}");
        return string.Join("\n", receipts.Concat(lines).Concat(returns).Concat(members).Concat(accounts).Concat(days));
    }
}
