using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Rollups;

/// <summary>A sale, or goods that come back, of a member (or of nobody), in hundredths.</summary>
public sealed record Deal(long? Member, DateOnly Day, long Amount, bool IsReturn = false, string Store = "");

/// <summary>Writes receipts and returns past the engine, with their rollups: one call is one batch.</summary>
public sealed class RawShop(TestDatabase database)
{
    private static readonly TimeOnly Noon = new(12, 0);
    private readonly HashSet<long> members = [];
    private long lastId;

    public async Task PostAsync(params IReadOnlyList<Deal> deals)
    {
        await RegisterAsync(deals);
        await using var db = database.CreateDbContext();
        var ids = deals.Select(d => d.Member).OfType<long>().Distinct().ToList();
        var accounts = ids.Count > 1000
            ? await db.Accounts.ToDictionaryAsync(a => a.MemberId)
            : await db.Accounts.Where(a => ids.Contains(a.MemberId)).ToDictionaryAsync(a => a.MemberId);
        var batch = await RollupBatch.BeginAsync(db, [.. deals.Where(d => d.Member is not null).GroupBy(d => d.Member!.Value).Select(g =>
            new RollupBatch.Touch(accounts[g.Key], g.Min(d => d.IsReturn ? DateOnly.MaxValue : d.Day)))], default);

        await using var transaction = await db.Database.BeginTransactionAsync();
        var (sales, returns) = (new List<Receipt>(), new List<Return>());
        foreach (var deal in deals)
        {
            var account = deal.Member is { } member ? accounts[member] : null;
            if (deal.IsReturn)
            {
                returns.Add(ReturnOf(deal));
                batch.Return(account, returns[^1]);
            }
            else
            {
                sales.Add(ReceiptOf(deal));
                batch.Sale(account, sales[^1]);
            }
        }

        await database.Sql.InsertAsync(db, sales, default);
        await database.Sql.InsertAsync(db, [.. sales.SelectMany(s => s.Lines)], default);
        await database.Sql.InsertAsync(db, returns, default);
        await batch.WriteAsync(db, database.Sql, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private async Task RegisterAsync(IReadOnlyList<Deal> deals)
    {
        var unknown = deals.Where(d => d.Member is { } id && members.Add(id)).GroupBy(d => d.Member!.Value).ToList();
        await using var db = database.CreateDbContext();
        var program = await db.Programs.Select(p => p.Id).SingleAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await database.Sql.InsertAsync(db, [.. unknown.Select(g => new Member { Id = g.Key, JoinedOn = g.Min(d => d.Day), JoinedAt = At(g.Min(d => d.Day)) })], default);
        await database.Sql.InsertAsync(db, [.. unknown.Select(g => new Account { Id = g.Key, MemberId = g.Key, ProgramId = program })], default);
        await transaction.CommitAsync();
    }

    private Receipt ReceiptOf(Deal deal)
    {
        var id = ++lastId;
        return new Receipt
        {
            Id = id,
            Key = $"r{id}",
            MemberId = deal.Member,
            OccurredAt = At(deal.Day),
            Day = deal.Day,
            Store = deal.Store,
            Gross = new Money(deal.Amount),
            Net = new Money(deal.Amount),
            PayloadHash = "",
            RecordedAt = At(deal.Day),
            Lines = [new ReceiptLine { ReceiptId = id, Line = 1, Sku = "a", Quantity = new Quantity(1500), Gross = new Money(deal.Amount) }],
        };
    }

    private Return ReturnOf(Deal deal)
    {
        var id = ++lastId;
        return new Return
        {
            Id = id,
            Key = $"b{id}",
            MemberId = deal.Member,
            OccurredAt = At(deal.Day),
            Day = deal.Day,
            Store = deal.Store,
            Refund = new Money(deal.Amount),
            PayloadHash = "",
            RecordedAt = At(deal.Day),
        };
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(Noon, DateTimeKind.Utc);
}
