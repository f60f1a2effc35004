using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>What the list of campaigns is, on its page and in its workbook.</summary>
public static class CampaignTables
{
    public const string Name = "name";
    public const string Status = "status";
    public const string Budget = "budget";

    /// <summary>All campaigns.</summary>
    /// <param name="text">The texts of campaigns.</param>
    /// <param name="words">Says what they are.</param>
    /// <param name="units">In what points are counted.</param>
    public static TableList<CampaignRow, CampaignFilter> Campaigns(IStringLocalizer<CampaignsText> text, CampaignWords words, DisplayUnits units) => new(
        "campaigns",
        "/campaigns",
        "/exports/campaigns.xlsx",
        [
            new(Name, text["Name"], ExcelKind.Text, row => row.Campaign.Name) { Fixed = true, Sort = Name },
            new(Status, text["Status"], ExcelKind.Text, row => text[$"Status.{row.Status}"].Value),
            new("audience", text["Chapter.audience"], ExcelKind.Text, row => words.Audience(row.Shown.Terms.Audience)),
            new("period", text["Period"], ExcelKind.Text, row => words.Period(row.Shown.Terms.Period)),
            new("gives", text["Chapter.rewards"], ExcelKind.Text, row => words.Gives(row.Shown.Terms)) { Hidden = true },
            new("block", text["Column.Block"], ExcelKind.Text, row => text[$"Choice.BudgetBlock.{row.Block}"].Value),
            new("uses", text["Column.Uses"], ExcelKind.Whole, row => row.Total.Uses) { Sort = "uses", Total = true },
            new("points", text["Column.Points"], ExcelKind.Points, row => row.Total.Points.Value) { Sort = "points", Total = true, Decimals = units.PointDecimals },
            new("money", text["Column.Money"], ExcelKind.Money, row => row.Total.Money.Minor) { Sort = "money", Total = true },
            new(Budget, text["Column.Budget"], ExcelKind.Percent, row => Fullest(row, units)?.Share) { Sort = Budget },
            new("key", text["Key"], ExcelKind.Text, row => row.Campaign.Key) { Hidden = true },
            new("created", text["Created"], ExcelKind.Instant, row => row.Campaign.CreatedAt) { Sort = "created", Hidden = true },
            new("createdBy", text["CreatedBy"], ExcelKind.Text, row => row.Campaign.CreatedBy) { Hidden = true },
        ])
    {
        Sort = "created",
        Descending = true,
        Fields =
        [
            ListField.Text(ListField.Search, text["Search"], (CampaignFilter f) => f.Search, (f, value) => f with { Search = value }),
            ListField.Choice("status", text["Status"], (CampaignFilter f) => f.Status, (f, value) => f with { Status = value }, (CampaignStatus status) => text[$"Status.{status}"]),
            ListField.Choice("block", text["Block"], (CampaignFilter f) => f.Block, (f, value) => f with { Block = value }, (BudgetBlock block) => text[$"Choice.BudgetBlock.{block}"]),
        ],
    };

    /// <summary>The budget that is nearest to its end; null where there is none.</summary>
    public static BudgetUse? Fullest(CampaignRow row, DisplayUnits units) =>
        BudgetUse.Of(row.Shown.Terms.Limits, row.Total, units.PointDecimals).MaxBy(use => use.Share);
}
