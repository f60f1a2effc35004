using System.Text.RegularExpressions;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Tests.Features.Receipts;

public sealed class ReceiptQueriesTests : IAsyncLifetime
{
    private Till till = null!;

    private ReceiptQueries Queries => till.Database.Get<ReceiptQueries>();

    public async Task InitializeAsync() => till = await Till.OpenAsync();

    public Task DisposeAsync()
    {
        till.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_receipt_tells_what_it_and_its_returns_moved()
    {
        await till.MemberAsync("anna", 100);
        var sale = (await till.PostAsync(till.Sale("R-1", "anna", 1000, quantity: 4, redeem: 100))).Receipt!;
        var back = (await till.PostAsync(till.Return("V-1", "R-1", 1))).Return!;

        var details = (await Queries.ReceiptAsync(sale.Id, default))!;

        Assert.Equal("anna", details.Member);
        Assert.Equal(1m, Assert.Single(details.Receipt.Lines).ReturnedQuantity.Amount);
        Assert.Equal([EntryKind.Accrual, EntryKind.Redemption, EntryKind.Restore, EntryKind.Reversal], details.Movements.Select(m => m.Kind).Order());
        var accrual = Assert.Single(details.Movements, m => m.Kind == EntryKind.Accrual);
        var lot = Assert.Single(accrual.Lots);
        Assert.Equal((sale.Accrued, sale.Accrued - back.Reversed, (string?)null), (lot.Points, lot.Remaining, accrual.ReturnKey));
        Assert.Equal("V-1", Assert.Single(details.Movements, m => m.Kind == EntryKind.Reversal).ReturnKey);
        Assert.Equal(new ReceiptReturn(back.Id, "V-1", back.OccurredAt, back.Refund, back.Restored, back.Reversed), Assert.Single(details.Returns));
    }

    [Fact]
    public async Task A_return_tells_which_receipts_it_was_matched_with()
    {
        await till.ImportAsync(till.Sale("R-1", "anna", 100, till.Clock.UtcNow.AddDays(-1), source: ReceiptSource.Import));
        var imported = till.Return("V-1", "R-1", 1) with
        {
            ReceiptKey = null,
            Member = Till.Named("anna"),
            Source = ReceiptSource.Import,
            Lines = [new ReturnPostingLine { Sku = "A", Quantity = Quantity.Of(1), Refund = Money.Of(40) }],
        };
        var back = (await till.ImportAsync(imported))[0].Return!;

        var details = (await Queries.ReturnAsync(back.Id, default))!;
        var receipt = (await Queries.ReceiptAsync(details.Keys.Keys.Single(), default))!;

        Assert.Equal(["R-1"], details.Keys.Values);
        Assert.Equal([EntryKind.Reversal], details.Movements.Select(m => m.Kind));
        Assert.Equal((back.Id, Money.Of(40)), (receipt.Returns.Single().Id, receipt.Returns.Single().Refund));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Null(await Queries.ReceiptAsync(404, default));
        Assert.Null(await Queries.ReturnAsync(404, default));
    }

    [Theory]
    [InlineData("en", "5% of 12,345.50\u00a0₽ is 617 points (conditions version 12).")]
    [InlineData("ru", "5 % от 12\u00a0345,50\u00a0₽ — начислено баллов: 617 (версия условий 12).")]
    public void Reasons_are_said_in_the_language_of_the_reader(string culture, string expected)
    {
        using var _ = new UseCulture(culture);
        var reason = new Reason(ReasonCodes.Accrued, ["5", "12345.50", "617", "12"]);

        Assert.Equal(expected, till.Database.Get<ReasonWords>().Say(reason, DisplayUnits.Plain).Replace('\u202f', '\u00a0'));
    }

    [Fact]
    public void A_good_that_is_named_by_digits_stays_as_it_is() =>
        Assert.Contains("0079", till.Database.Get<ReasonWords>().Say(new Reason(ReasonCodes.ExcludedFromAccrual, ["0079"]), DisplayUnits.Plain), StringComparison.Ordinal);

    [Fact]
    public void Every_reason_of_the_engine_has_words_that_fill()
    {
        var text = till.Database.Get<IStringLocalizer<ReceiptsText>>();
        foreach (var code in typeof(ReasonCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!))
        {
            var holes = Regex.Count(text[code].Value, @"\{\d\}");
            var words = till.Database.Get<ReasonWords>().Say(new Reason(code, [.. Enumerable.Range(1, holes).Select(i => $"{i}000.5")]), DisplayUnits.Plain);

            Assert.False(text[code].ResourceNotFound, code);
            Assert.DoesNotContain('{', words);
        }
    }
}
