using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>The sales and the returns that a filter finds, as queries of one shape.</summary>
internal sealed class ReceiptScope(LoyaltyDbContext db, SqlProvider sql, ReceiptFilter filter)
{
    /// <summary>More than so many that begin with what is searched are not looked at.</summary>
    public const int MostFound = 1000;

    public IQueryable<Found> Sales() => Restrict(ReceiptKind.Sale, db.Receipts.AsNoTracking().Select(r => new Found
    {
        Kind = ReceiptKind.Sale,
        Id = r.Id,
        Key = r.Key,
        Day = r.Day,
        OccurredAt = r.OccurredAt,
        Store = r.Store,
        MemberId = r.MemberId,
        PartnerId = r.PartnerId,
        Sum = r.Net.Minor,
        Paid = r.Net.Minor + r.CardsSold.Minor - r.ByGiftCard.Minor,
    }));

    public IQueryable<Found> Returns() => Restrict(ReceiptKind.Return, db.Returns.AsNoTracking().Select(r => new Found
    {
        Kind = ReceiptKind.Return,
        Id = r.Id,
        Key = r.Key,
        Day = r.Day,
        OccurredAt = r.OccurredAt,
        Store = r.Store,
        MemberId = r.MemberId,
        PartnerId = r.PartnerId,
        Sum = -r.Refund.Minor,
        Paid = r.ByGiftCard.Minor - r.Refund.Minor - r.CardsRefunded.Minor,
    }));

    /// <summary>Both in one order that is the same each time.</summary>
    public IQueryable<ReceiptReference> Sorted(ReceiptOrder order)
    {
        var all = filter.Kind switch
        {
            ReceiptKind.Sale => Sales(),
            ReceiptKind.Return => Returns(),
            _ => Sales().Concat(Returns()),
        };
        var sorted = order switch
        {
            { By: ReceiptSort.Sum, Ascending: true } => all.OrderBy(r => r.Paid).ThenBy(r => r.Day).ThenBy(r => r.OccurredAt),
            { By: ReceiptSort.Sum } => all.OrderByDescending(r => r.Paid).ThenByDescending(r => r.Day).ThenByDescending(r => r.OccurredAt),
            { Ascending: true } => all.OrderBy(r => r.Day).ThenBy(r => r.OccurredAt),
            _ => all.OrderByDescending(r => r.Day).ThenByDescending(r => r.OccurredAt),
        };
        return (order.Ascending ? sorted.ThenBy(r => r.Kind).ThenBy(r => r.Id) : sorted.ThenByDescending(r => r.Kind).ThenByDescending(r => r.Id))
            .Select(r => new ReceiptReference(r.Kind, r.Id));
    }

    private IQueryable<Found> Restrict(ReceiptKind kind, IQueryable<Found> rows)
    {
        if (filter.Kind is { } wanted && wanted != kind)
        {
            rows = rows.Where(r => false);
        }

        if (filter.From is { } from)
        {
            rows = rows.Where(r => r.Day >= from);
        }

        if (filter.To is { } to)
        {
            rows = rows.Where(r => r.Day <= to);
        }

        if (filter.Store is { } store)
        {
            rows = rows.Where(r => r.Store == store);
        }

        if (filter.HasMember is { } has)
        {
            rows = has ? rows.Where(r => r.MemberId != null) : rows.Where(r => r.MemberId == null);
        }

        if (filter.MemberId is { } member)
        {
            rows = rows.Where(r => r.MemberId == member);
        }

        if (filter.PartnerId is { } partner)
        {
            rows = rows.Where(r => r.PartnerId == partner);
        }
        else if (!filter.IsNarrow)
        {
            rows = rows.Where(r => r.PartnerId == null);
        }

        return filter.Search is { } search ? BeginningWith(rows, search).OrderBy(r => r.Key).Take(MostFound) : rows;
    }

    private IQueryable<Found> BeginningWith(IQueryable<Found> rows, string search)
    {
        rows = rows.Where(r => r.Key.StartsWith(search));
        if (sql.After(search) is { } end)
        {
#pragma warning disable CA1309 // runs in the database: a range is what its index serves
            rows = rows.Where(r => string.Compare(r.Key, search) >= 0 && string.Compare(r.Key, end) < 0);
#pragma warning restore CA1309
        }

        return rows;
    }

    /// <summary>A sale or a return by what lists are filtered and sorted by.</summary>
    public sealed record Found
    {
        public required ReceiptKind Kind { get; init; }

        public required long Id { get; init; }

        public required string Key { get; init; }

        public required DateOnly Day { get; init; }

        public required DateTime OccurredAt { get; init; }

        public required string Store { get; init; }

        public long? MemberId { get; init; }

        public int? PartnerId { get; init; }

        /// <summary>Revenue, or less the refund, in hundredths.</summary>
        public required long Sum { get; init; }

        /// <summary>Paid in money, or less what was given back, in hundredths.</summary>
        public required long Paid { get; init; }
    }
}

/// <summary>One row of a list of receipts before it is read.</summary>
internal sealed record ReceiptReference(ReceiptKind Kind, long Id);
