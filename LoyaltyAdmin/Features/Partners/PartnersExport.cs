using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Partners, their statements, and one statement with all its operations as workbooks.</summary>
public sealed class PartnersExport(
    PartnerQueries partners,
    SettlementQueries settlements,
    ListWorkbook lists,
    StreamedWorkbook workbook,
    PartnerWords words,
    BusinessClock clock,
    IStringLocalizer<PartnersText> text)
{
    /// <summary>The list of partners that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see partners or may not export.</exception>
    public async Task PartnersAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var list = PartnersTable.List(text, words, await lists.UnitsAsync(ct));
        var state = list.Read(asked);
        var rows = list.Sorted(await partners.ListAsync(actor, state.Filter, ct), state);
        await lists.WriteAsync(actor, stream, (text["Title"], text["Title"]), list, state.Filter, asked.Columns, ListRows.OfAsync(rows), ct);
    }

    /// <summary>The list of a partner's statements.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see partners or may not export.</exception>
    public async Task SettlementsAsync(Actor actor, Stream stream, int partner, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var list = SettlementsTable.List(text, await lists.UnitsAsync(ct), partner);
        var rows = ListRows.ByPagesAsync(async page => (await settlements.ListAsync(actor, partner, page, ct)).Rows, ct);
        await lists.WriteAsync(actor, stream, (text["Statements"], text["Statements"]), list, new NoFilter(), asked.Columns, rows, ct);
    }

    /// <summary>
    /// A statement that both sides can check: what it comes to with terms and formulae in words, every operation with its
    /// price and money, every adjustment. The money of operations adds up to the lines.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see partners or may not export.</exception>
    public async Task StatementAsync(Actor actor, Stream stream, SettlementDetails details, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var units = await lists.UnitsAsync(ct);
        var description = new ExcelDescription(TitleOf(details), actor.Name, clock.UtcNow, units.Zone)
        {
            Period = $"{Formats.Date(details.Settlement.From)} – {Formats.Date(details.Settlement.To.AddDays(-1))}",
            Filters = [.. PartiesOf(details).Where(f => f.Value.Length > 0)],
            Summary = new ExcelSummary(text["Summary"], () => FiguresOf(details, units)),
        };
        await workbook.WriteAsync(
            stream, description, text["Operations"], Columns(units), settlements.StreamAsync(actor, details.Settlement.Id, ct), ct, Adjustments(details));
    }

    /// <summary>What a statement is called.</summary>
    public string TitleOf(SettlementDetails details) => details.IsDraft
        ? text["DraftOf", details.Partner.Name]
        : text["StatementOf", details.Settlement.Number!.Value, details.Partner.Name];

    private IEnumerable<ExcelFilter> PartiesOf(SettlementDetails details) =>
    [
        new(text["Partner"], details.Partner.Name),
        new(text["LegalName"], details.Partner.LegalName),
        new(text["TaxNumber"], details.Partner.TaxNumber),
        new(text["State"], text[details.IsDraft ? "DraftState" : "Closed"]),
    ];

    private IEnumerable<ExcelFigure> FiguresOf(SettlementDetails details, DisplayUnits units)
    {
        yield return new ExcelFigure(text["Formula"], ExcelKind.Text, text["FormulaWords"].Value);
        yield return new ExcelFigure(text["Which"], ExcelKind.Text, text["WhichWords"].Value);
        yield return new ExcelFigure(text["Rounding"], ExcelKind.Text, text["RoundingWords"].Value);
        foreach (var line in details.Lines)
        {
            var agreed = details.Terms[line.TermsId];
            yield return new ExcelFigure(text["UnderTerms", Formats.Instant(agreed.From, units.Zone)], ExcelKind.Text, string.Join("; ", words.All(agreed.Conditions, units).Select(t => $"{t.Name}: {t.Words}")));
            yield return Points("Issued", line.Issued.Value, units);
            yield return Money("IssuedMoney", line.IssuedMoney.Minor);
            yield return Points("Reversed", line.Reversed.Value, units);
            yield return Money("ReversedMoney", line.ReversedMoney.Minor);
            yield return Points("Redeemed", line.Redeemed.Value, units);
            yield return Money("RedeemedMoney", line.RedeemedMoney.Minor);
            yield return Points("Restored", line.Restored.Value, units);
            yield return Money("RestoredMoney", line.RestoredMoney.Minor);
            yield return Money("Turnover", line.Turnover.Minor - line.Refund.Minor);
            yield return Money("FeeMoney", line.FeeMinor);
        }

        yield return Money("ForIssued", details.Totals.Issued);
        yield return Money("ForRedeemed", details.Totals.Redeemed);
        yield return Money("FixedFee", details.FixedFee.Minor);
        yield return Money("FeeTotal", details.Totals.Fee);
        yield return Money("Adjustments", details.Totals.Adjustments);
        yield return Money("Payable", details.Totals.Payable);
        yield return new ExcelFigure(text["WhoPays"], ExcelKind.Text, words.Payable(details.Totals.Payable, units));
    }

    private ExcelFigure Points(string name, long parts, DisplayUnits units) => new(text[name], ExcelKind.Points, parts, units.PointDecimals);

    private ExcelFigure Money(string name, long minor) => new(text[name], ExcelKind.Money, minor);

    private IReadOnlyList<ExcelColumn<SettlementOperationRow>> Columns(DisplayUnits units) =>
    [
        new(text["ReceiptNumber"], ExcelKind.Text, row => row.Receipt),
        new(text["ReturnNumber"], ExcelKind.Text, row => row.Return),
        new(text["At"], ExcelKind.Instant, row => row.At),
        new(text["Processed"], ExcelKind.Instant, row => row.Operation.RecordedAt),
        new(text["Member"], ExcelKind.Text, row => row.Member),
        .. SettlementsTable.Points(text, units).Select(c => c.ToExcel()),
        new(text["PriceIssued"], ExcelKind.Number, row => SettlementMath.Issue(row.Terms)) { Decimals = 3 },
        new(text["PriceRedeemed"], ExcelKind.Number, row => row.Terms.RedeemPrice) { Decimals = 3 },
        new(text["IssuedMoney"], ExcelKind.Money, row => row.Price.Issued) { Total = true },
        new(text["ReversedMoney"], ExcelKind.Money, row => row.Price.Reversed) { Total = true },
        new(text["RedeemedMoney"], ExcelKind.Money, row => row.Price.Redeemed) { Total = true },
        new(text["RestoredMoney"], ExcelKind.Money, row => row.Price.Restored) { Total = true },
        new(text["PaidThere"], ExcelKind.Money, row => row.Operation.Turnover.Minor) { Total = true },
        new(text["RefundedThere"], ExcelKind.Money, row => row.Operation.Refund.Minor) { Total = true },
    ];

    private ExcelSheet Adjustments(SettlementDetails details) => ExcelSheet.Of<SettlementAdjustment>(
        text["Adjustments"],
        text["Adjustments"],
        [
            new(text["At"], ExcelKind.Instant, a => a.At),
            new(text["AmountSigned"], ExcelKind.Money, a => a.AmountMinor) { Total = true },
            new(text["Reason"], ExcelKind.Text, a => a.Reason),
            new(text["Author"], ExcelKind.Text, a => a.Author),
        ],
        details.Adjustments);
}
