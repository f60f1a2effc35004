using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Partners;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Demo.Kinds;

/// <summary>A partner with terms, whose till takes and gives the program's points; last month is settled, this one is being.</summary>
internal sealed class DemoPartner(DemoStage stage)
{
    private const string Key = "demo-bakery";

    /// <summary>The partner's till, after its terms are agreed.</summary>
    public async Task<PartnerTill> MakeAsync(CancellationToken ct)
    {
        await using var db = await stage.OpenAsync(ct);
        if (await db.Partners.Where(p => p.Key == Key).Select(p => (int?)p.Id).SingleOrDefaultAsync(ct) is not { } id)
        {
            stage.At(stage.Plan.BeginsAt);
            var particulars = new SavePartner.Particulars(
                stage.Say("Bakery «Pretzel»", "Пекарня «Крендель»"), stage.Say("Pretzel Ltd.", "ООО «Крендель»"), Contact: "bakery@example.com");
            id = (await stage.Make<SavePartner>(stage.Clock).AddAsync(DemoStage.Demo, Key, particulars, ct)).Value;
        }

        if (!await db.PartnerTerms.AnyAsync(t => t.PartnerId == id, ct))
        {
            stage.At(stage.Plan.BeginsAt);
            var terms = new PartnerConditions { Accrual = PartnerAccrual.Percent, Percent = 3m, MaximumSharePercent = 30m, BillingPercent = 80m, FeeFixed = Money.Of(stage.Price(1_500)) };
            stage.Done((await stage.Make<AgreeTerms>(stage.Clock).ExecuteAsync(
                DemoStage.Demo, id, terms, null, stage.Say("The first contract", "Первый договор"), ct)).Rejection);
        }

        return new PartnerTill(id, Key);
    }

    /// <summary>Settles what was processed up to the end of last month, and begins the statement of this one.</summary>
    public async Task SettleAsync(PartnerTill till, CancellationToken ct)
    {
        await using var db = await stage.OpenAsync(ct);
        var calendar = (await stage.TimelineAsync(ct)).CalendarAt(stage.EndsAt);
        var today = calendar.DayOf(stage.EndsAt);
        var month = new DateOnly(today.Year, today.Month, 1);
        stage.At(calendar.StartOf(month.AddDays(2)).AddHours(10));
        var (drafts, close) = (stage.Make<DraftSettlement>(stage.Clock), stage.Make<CloseSettlement>(stage.Clock));
        var first = calendar.DayOf(stage.Plan.Cast.AtPartner is [var sale, ..] ? sale.Draft.OccurredAt : stage.EndsAt);
        if (first < month && !await db.Settlements.AnyAsync(s => s.PartnerId == till.Id && s.Status == SettlementStatus.Closed, ct))
        {
            var known = await db.Settlements.Where(s => s.PartnerId == till.Id).Select(s => (int?)s.Id).SingleOrDefaultAsync(ct);
            var draft = known ?? (await drafts.ExecuteAsync(DemoStage.Demo, till.Id, first, month, ct)).Value;
            stage.Done((await close.ExecuteAsync(DemoStage.Demo, draft, ct)).Rejection);
        }

        if (!await db.Settlements.AnyAsync(s => s.PartnerId == till.Id && s.Status == SettlementStatus.Draft, ct))
        {
            stage.Done((await drafts.ExecuteAsync(DemoStage.Demo, till.Id, first < month ? month : first, month.AddMonths(1), ct)).Rejection);
        }
    }
}
