using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>What the list of steps is, on its page and in its workbook.</summary>
public static class TierStepsTable
{
    public const string Member = "member";
    public const string Cause = "cause";

    /// <summary>The list; a level is called by what the function says of its key.</summary>
    public static TableList<TierStepRow, TierStepFilter> List(IStringLocalizer<TiersText> text, Func<string, string> nameOf) => new(
        "tierSteps",
        "/tiers",
        TiersFeature.StepsExport,
        [
            new("at", text["At"], ExcelKind.Instant, row => row.At) { Sort = "time" },
            new(Member, text["Member"], ExcelKind.Text, row => row.Member) { Fixed = true },
            new("memberNumber", text["MemberNumber"], ExcelKind.Whole, row => row.MemberId) { Hidden = true },
            new(Cause, text["Cause"], ExcelKind.Text, row => text[$"Cause.{row.Cause}"].Value),
            new("from", text["FromLevel"], ExcelKind.Text, row => nameOf(row.From)),
            new("to", text["ToLevel"], ExcelKind.Text, row => nameOf(row.To)),
            new("metric", text["Metric"], ExcelKind.Number, row => row.Metric / 100m) { Decimals = 2 },
            new("lastDay", text["KeptThrough"], ExcelKind.Date, row => row.LastDay),
            new("reason", text["Reason"], ExcelKind.Text, row => row.Reason) { Hidden = true },
            new("author", text["Author"], ExcelKind.Text, row => row.Author) { Hidden = true },
        ])
    {
        Sort = "time",
        Descending = true,
        PageSize = 20,
        Fields =
        [
            ListField.Choice("cause", text["Cause"], (TierStepFilter f) => f.Cause, (f, value) => f with { Cause = value }, (TierCause cause) => text[$"Cause.{cause}"]),
            ListField.Day(ListField.From, text["FromDay"], (TierStepFilter f) => f.From, (f, value) => f with { From = value }),
            ListField.Day(ListField.To, text["ToDay"], (TierStepFilter f) => f.To, (f, value) => f with { To = value }),
        ],
    };
}
