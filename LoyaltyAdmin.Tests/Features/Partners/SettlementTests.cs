using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Partners;

/// <summary>Statements: what was issued there and redeemed there, once and for all.</summary>
public sealed class SettlementTests
{
    private static readonly PartnerConditions Terms = new()
    {
        Accrual = PartnerAccrual.Percent,
        Percent = 2m,
        IssuePrice = 0.5m,
        BillingPercent = 80m,
        RedeemPrice = 0.9m,
        FeePercent = 1m,
        FeeFixed = Money.Of(100m),
    };

    [Fact]
    public async Task A_statement_says_who_owes_what_for_issued_and_spent_points_turnover_and_adjustments()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", Terms);
        await coalition.Till.MemberAsync("anna", 100);
        await coalition.SellAsync(bakery, "1", "anna", 1_000m, redeem: 100);
        await coalition.SellAsync(bakery, "2", "anna", 500m);
        await coalition.SellAsync(null, "3", "anna", 10_000m, redeem: 5);
        Assert.Null(await coalition.Use<WriteAdjustment>().ExecuteAsync(Coalition.Admin, bakery.Id, -7.50m, "rounding of the till", Guid.NewGuid(), default));

        var statement = await coalition.SettleAsync(bakery);

        // 18 + 10 points × 0.5 × 80%; 100 × 0.9; 1% of 900 + 500, and 100; 7.50 back.
        Assert.Equal((11_20L, 90_00L, 114_00L, -7_50L, 27_70L), (statement.Totals.Issued, statement.Totals.Redeemed, statement.Totals.Fee, statement.Totals.Adjustments, statement.Totals.Payable));
        Assert.Equal((1, SettlementStatus.Closed, 2), (statement.Settlement.Number, statement.Settlement.Status, Assert.Single(statement.Lines).Operations));
        Assert.Equal(0, (await coalition.PartnerAsync(bakery)).Open.Payable);
    }

    [Fact]
    public async Task A_later_return_is_in_the_later_statement_at_the_price_of_its_receipt()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", Terms with { FeePercent = 0m, FeeFixed = Money.Zero });
        await coalition.Till.MemberAsync("anna");
        await coalition.SellAsync(bakery, "1", "anna", 1_000m);
        var first = await coalition.SettleAsync(bakery);
        coalition.Till.Clock.Advance(TimeSpan.FromDays(1));
        await coalition.AgreeAsync(bakery.Id, Terms with { IssuePrice = 3m, FeePercent = 0m, FeeFixed = Money.Zero });

        await coalition.ReturnAsync(bakery, "b", "1");
        var second = await coalition.SettleAsync(bakery);

        Assert.Equal((8_00L, -8_00L, 2), (first.Totals.Payable, second.Totals.Payable, second.Settlement.Number));
        Assert.Equal((0L, 20L), (Assert.Single(second.Lines).Issued.Value, second.Lines[0].Reversed.Value));
        Assert.Equal(8_00, (await coalition.DetailsAsync(first.Settlement.Id)).Totals.Payable);
    }

    [Fact]
    public async Task A_draft_shows_what_it_would_say_settles_nothing_and_takes_in_no_more_than_its_period()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", Terms);
        await coalition.Till.MemberAsync("anna");
        var today = new DateOnly(2026, 3, 10);
        await coalition.SellAsync(bakery, "1", "anna", 1_000m);
        var draft = await coalition.DraftAsync(bakery, today, today.AddDays(1));
        coalition.Till.Clock.Advance(TimeSpan.FromDays(1));
        await coalition.SellAsync(bakery, "2", "anna", 1_000m);

        var shown = await coalition.DetailsAsync(draft);
        Assert.Equal((20L, 118_00L, true), (Assert.Single(shown.Lines).Issued.Value, shown.Totals.Payable, shown.IsDraft));
        Assert.Equal(40, (await coalition.PartnerAsync(bakery)).Lines.Sum(l => l.Issued.Value));
        Assert.Equal("Partners.DraftThere", (await coalition.Use<DraftSettlement>().ExecuteAsync(Coalition.Admin, bakery.Id, today, today.AddDays(1), default)).Rejection?.Code);
        Assert.Null(await coalition.Use<DraftSettlement>().DiscardAsync(Coalition.Admin, draft, default));
        Assert.Equal("Partners.NoDraft", (await coalition.Use<DraftSettlement>().DiscardAsync(Coalition.Admin, draft, default))?.Code);

        var closed = await coalition.DraftAsync(bakery, today, today.AddDays(1));
        Assert.Equal(1, (await coalition.Use<CloseSettlement>().ExecuteAsync(Coalition.Admin, closed, default)).Value);
        Assert.Equal(20, Assert.Single((await coalition.DetailsAsync(closed)).Lines).Issued.Value);
        Assert.Equal("Partners.NoDraft", (await coalition.Use<CloseSettlement>().ExecuteAsync(Coalition.Admin, closed, default)).Rejection?.Code);
        Assert.Equal("Partners.NoDraft", (await coalition.Use<DraftSettlement>().DiscardAsync(Coalition.Admin, closed, default))?.Code);
    }

    [Fact]
    public async Task A_period_that_is_not_over_is_not_closed()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", Terms);
        var draft = await coalition.DraftAsync(bakery, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 12));

        Assert.Equal("Partners.PeriodNotOver", (await coalition.Use<CloseSettlement>().ExecuteAsync(Coalition.Admin, draft, default)).Rejection?.Code);
        Assert.Equal("Partners.PeriodInvalid", (await coalition.Use<DraftSettlement>().ExecuteAsync(Coalition.Admin, bakery.Id, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2), default)).Rejection?.Code);
    }

    [Fact]
    public async Task Of_many_who_close_a_statement_at_once_one_does_and_each_operation_is_settled_once()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", Terms);
        await coalition.Till.MemberAsync("anna");
        for (var i = 0; i < 5; i++)
        {
            await coalition.SellAsync(bakery, $"{i}", "anna", 1_000m);
        }

        var draft = await coalition.DraftAsync(bakery, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 11));
        var posted = Task.Run(async () =>
        {
            for (var i = 5; i < 12; i++)
            {
                await coalition.SellAsync(bakery, $"{i}", "anna", 1_000m);
            }
        });
        var closing = coalition.Use<CloseSettlement>();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => closing.ExecuteAsync(Coalition.Admin, draft, default))));
        await posted;

        Assert.Single(results, r => r.Rejection is null);
        Assert.All(results.Where(r => r.Rejection is not null), r => Assert.Equal("Partners.NoDraft", r.Rejection!.Code));
        var (statement, partner) = (await coalition.DetailsAsync(draft), await coalition.PartnerAsync(bakery));
        Assert.InRange(statement.Lines.Sum(l => l.Operations), 5, 12);
        Assert.Equal(12, statement.Lines.Sum(l => l.Operations) + partner.Lines.Sum(l => l.Operations));
        Assert.Equal(240, statement.Lines.Sum(l => l.Issued.Value) + partner.Lines.Sum(l => l.Issued.Value));
    }

    [Fact]
    public async Task What_is_written_between_companies_is_neither_changed_nor_removed()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", Terms);
        var click = Guid.NewGuid();
        var write = coalition.Use<WriteAdjustment>();
        Assert.Null(await write.ExecuteAsync(Coalition.Admin, bakery.Id, 5m, "late receipt", click, default));
        Assert.Null(await write.ExecuteAsync(Coalition.Admin, bakery.Id, 5m, "late receipt", click, default));
        Assert.Equal("amount", (await write.ExecuteAsync(Coalition.Admin, bakery.Id, 0m, "nothing", Guid.NewGuid(), default))?.Field);

        await using var db = coalition.Database.CreateDbContext();
        var adjustment = await db.SettlementAdjustments.SingleAsync();
        db.Entry(adjustment).Property(a => a.AmountMinor).CurrentValue = 1;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.Entry(adjustment).State = EntityState.Deleted;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.PartnerTerms.Remove(await db.PartnerTerms.SingleAsync());
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Statements_of_consecutive_periods_and_what_is_open_add_up_to_the_ledger(int seed)
    {
        using var coalition = await Coalition.OpenAsync();
        var random = new Random(seed);
        PartnerTill[] partners = [await coalition.PartnerAsync("bakery", Terms), await coalition.PartnerAsync("fuel", new PartnerConditions { IssuePrice = 0.3333m })];
        string[] members = ["anna", "boris", "vera"];
        foreach (var member in members)
        {
            await coalition.Till.MemberAsync(member, 300);
        }

        var sold = new List<(PartnerTill? Till, string Key)>();
        var statements = new List<SettlementDetails>();
        for (var step = 0; step < 60; step++)
        {
            coalition.Till.Clock.Advance(TimeSpan.FromMinutes(random.Next(5, 400)));
            var till = random.Next(4) == 0 ? null : partners[random.Next(2)];
            switch (random.Next(10))
            {
                case < 6:
                    await coalition.SellAsync(till, $"{step}", random.Next(8) == 0 ? null : members[random.Next(3)], random.Next(1, 4_000), random.Next(0, 300), quantity: 2);
                    sold.Add((till, $"{step}"));
                    break;
                case < 8 when sold.Count > 0:
                    var (where, receipt) = sold[random.Next(sold.Count)];
                    _ = await coalition.AtAsync(where, coalition.Till.Return($"b{step}", receipt, 1m));
                    break;
                case 8 when till is not null:
                    await coalition.AgreeAsync(till.Id, Terms with { IssuePrice = random.Next(1, 9_999) / 10_000m, RedeemPrice = random.Next(1, 9_999) / 10_000m });
                    break;
                case 9 when till is not null:
                    statements.Add(await coalition.SettleAsync(till));
                    break;
            }
        }

        foreach (var partner in partners)
        {
            var open = await coalition.PartnerAsync(partner);
            var lines = statements.Where(s => s.Partner.Id == partner.Id).SelectMany(s => s.Lines).Concat(open.Lines).ToList();
            Assert.Equal(
                await coalition.LedgerAsync(partner),
                (lines.Sum(l => l.Issued.Value), lines.Sum(l => l.Reversed.Value), lines.Sum(l => l.Redeemed.Value), lines.Sum(l => l.Restored.Value)));
            foreach (var statement in statements.Where(s => s.Partner.Id == partner.Id))
            {
                var (issued, redeemed) = (0L, 0L);
                await foreach (var row in coalition.Use<SettlementQueries>().StreamAsync(Coalition.Admin, statement.Settlement.Id, default))
                {
                    (issued, redeemed) = (issued + row.Price.Issued - row.Price.Reversed, redeemed + row.Price.Redeemed - row.Price.Restored);
                }

                Assert.Equal((statement.Totals.Issued, statement.Totals.Redeemed), (issued, redeemed));
            }
        }
    }

    [Fact]
    public async Task Who_may_not_is_refused_by_every_use_case()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", Terms);
        var marketer = new Actor("marketer", Roles.PermissionsOf(Roles.Marketer));
        var manager = new Actor("manager", Roles.PermissionsOf(Roles.Manager));
        var clerk = new Actor("clerk", Roles.PermissionsOf(Roles.Operator));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => coalition.Use<PartnerQueries>().ListAsync(clerk, new PartnerFilter(), default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => coalition.Use<SavePartner>().AddAsync(manager, "fuel", new SavePartner.Particulars("F"), default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => coalition.Use<AgreeTerms>().ExecuteAsync(manager, bakery.Id, Terms, null, "why", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => coalition.Use<DraftSettlement>().ExecuteAsync(marketer, bakery.Id, default, default, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => coalition.Use<CloseSettlement>().ExecuteAsync(marketer, 1, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => coalition.Use<WriteAdjustment>().ExecuteAsync(marketer, bakery.Id, 1m, "why", Guid.NewGuid(), default));
        Assert.Single(await coalition.Use<PartnerQueries>().ListAsync(manager, new PartnerFilter(), default));
    }
}
