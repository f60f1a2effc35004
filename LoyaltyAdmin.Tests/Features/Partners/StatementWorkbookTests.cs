using System.Data;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.Localization;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Partners;

/// <summary>The workbook by which both companies check a statement.</summary>
public sealed class StatementWorkbookTests
{
    [Fact]
    public async Task Operations_and_adjustments_of_the_workbook_add_up_to_its_summary_and_to_the_page()
    {
        using var culture = new UseCulture("en");
        using var coalition = await Coalition.OpenAsync();
        var terms = new PartnerConditions { Accrual = PartnerAccrual.Percent, Percent = 3m, IssuePrice = 0.3333m, RedeemPrice = 0.777m, FeePercent = 1.5m, FeeFixed = Money.Of(10m) };
        var bakery = await coalition.PartnerAsync("bakery", terms);
        await coalition.Till.MemberAsync("anna", 500);
        for (var i = 0; i < 25; i++)
        {
            await coalition.SellAsync(bakery, $"=r{i}", "anna", 100m + (i * 7), redeem: i, quantity: 2);
        }

        await coalition.ReturnAsync(bakery, "b1", "=r20");
        await coalition.Use<WriteAdjustment>().ExecuteAsync(Coalition.Admin, bakery.Id, 12.34m, "a receipt that never came", Guid.NewGuid(), default);
        await coalition.Use<WriteAdjustment>().ExecuteAsync(Coalition.Admin, bakery.Id, -2.00m, "rounding", Guid.NewGuid(), default);
        var details = await coalition.SettleAsync(bakery);

        using var file = new MemoryStream();
        await Export(coalition).StatementAsync(Coalition.Admin, file, details, default);
        var sheets = Read(file);

        Assert.Equal(3, sheets.Tables.Count);
        var about = sheets.Tables[0]!.Rows.Cast<DataRow>().Select(r => (Name: r[0] as string, Value: r[1])).ToList();
        var operations = sheets.Tables[1]!;
        Assert.Equal(26, operations.Rows.Count - 1);
        Assert.Equal("=r0", operations.Rows[1][0]);
        var money = details.Totals;
        Assert.Equal(money.Issued / 100m, Sum(operations, "For issued") - Sum(operations, "For taken back"));
        Assert.Equal(money.Redeemed / 100m, Sum(operations, "For spent") - Sum(operations, "For given back"));
        Assert.Equal(details.Lines.Sum(l => l.Turnover.Minor - l.Refund.Minor) / 100m, Sum(operations, "Paid in money") - Sum(operations, "Refunded in money"));
        Assert.Equal(10.34m, Sum(sheets.Tables[2]!, "Amount (above zero the partner pays)"));
        Assert.Equal(money.Payable / 100m, Convert.ToDecimal(about.Last(a => a.Name == "To pay").Value));
        Assert.Contains(about, a => a.Name == "Formula" && ((string)a.Value!).Contains("price of an issued point", StringComparison.Ordinal));
        Assert.Contains(about, a => a.Name == "Partner" && (string)a.Value! == "The bakery");
    }

    [Fact]
    public async Task A_workbook_is_made_of_many_operations_and_only_for_those_who_may_take_it_along()
    {
        using var culture = new UseCulture("ru");
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", new PartnerConditions());
        await coalition.Till.MemberAsync("anna");
        var details = await coalition.SettleAsync(bakery);

        using var file = new MemoryStream();
        await Export(coalition).StatementAsync(Coalition.Admin, file, details, default);
        Assert.Equal("К оплате", Read(file).Tables[0]!.Rows.Cast<DataRow>().Select(r => r[0] as string).Last(n => n == "К оплате"));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Export(coalition).StatementAsync(new Actor("clerk", Roles.PermissionsOf(Roles.Operator)), file, details, default));
    }

    [Fact]
    public async Task Partners_and_statements_are_lists_like_all_others()
    {
        using var culture = new UseCulture("en");
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", new PartnerConditions());
        await coalition.PartnerAsync("fuel", null);
        await coalition.SettleAsync(bakery);

        using var partners = new MemoryStream();
        await Export(coalition).PartnersAsync(Coalition.Admin, partners, ListParameters.Of("?sort=-name&columns=name,key"), default);
        using var statements = new MemoryStream();
        await Export(coalition).SettlementsAsync(Coalition.Admin, statements, bakery.Id, ListParameters.Of(""), default);

        Assert.Equal(["The fuel", "The bakery"], Read(partners).Tables[1]!.Rows.Cast<DataRow>().Skip(1).Select(r => r[0]));
        Assert.Equal("No. 1", Read(statements).Tables[1]!.Rows[1][0]);
    }

    private static PartnersExport Export(Coalition coalition) => coalition.Database.Make<PartnersExport>(
        coalition.Use<PartnerQueries>(), coalition.Use<SettlementQueries>(), coalition.Use<PartnerWords>());

    private static decimal Sum(DataTable table, string column)
    {
        var index = table.Rows[0].ItemArray.ToList().IndexOf(column);
        return table.Rows.Cast<DataRow>().Skip(1).Sum(r => r[index] is DBNull ? 0m : decimal.Round(Convert.ToDecimal(r[index]), 2));
    }
}
