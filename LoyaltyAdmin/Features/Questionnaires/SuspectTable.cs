using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>What the list of suspicious members can show.</summary>
public static class SuspectTable
{
    public const string Path = "/joining/quality/suspects";
    public const string Name = "name";
    public const string Rule = "rule";

    public static TableList<SuspectRow, SuspectFilter> List(IStringLocalizer<QuestionnairesText> text) =>
        new("quality.suspects", Path, QuestionnairesFeature.SuspectsWorkbook, Columns(text))
        {
            Sort = "own",
            Fields =
            [
                ListField.Choice("rule", text["Suspect.Rule"], (SuspectFilter f) => f.Rule, (f, value) => f with { Rule = value }, (SuspectRule rule) => text[$"Suspect.{rule}"]),
                ListField.Day(ListField.From, text["Suspect.From"], (SuspectFilter f) => f.From, (f, value) => f with { From = value }),
                ListField.Day(ListField.To, text["Suspect.To"], (SuspectFilter f) => f.To, (f, value) => f with { To = value }),
                ListField.Text("store", text["Store"], (SuspectFilter f) => f.Store, (f, value) => f with { Store = value }),
            ],
        };

    /// <summary>What is true of the member, in words.</summary>
    public static string Words(IStringLocalizer<QuestionnairesText> text, SuspectRow row) => row.Rule == SuspectRule.JunkAnswer
        ? string.Join(", ", ((JunkRule)row.Amount).Each().Select(rule => text[$"Junk.{rule}"].Value))
        : text[$"Suspect.{row.Rule}.Words", row.Amount];

    private static TableColumn<SuspectRow>[] Columns(IStringLocalizer<QuestionnairesText> text) =>
    [
        new(Name, text["Suspect.Member"], ExcelKind.Text, row => row.Name) { Fixed = true },
        new(Rule, text["Suspect.Rule"], ExcelKind.Text, row => text[$"Suspect.{row.Rule}"].Value),
        new("words", text["Suspect.Why"], ExcelKind.Text, row => Words(text, row)),
        new("store", text["Store"], ExcelKind.Text, row => row.Store),
        new("cashier", text["CashierOrRegister"], ExcelKind.Text, row => row.Cashier),
        new("day", text["Suspect.Day"], ExcelKind.Date, row => row.Day),
        new("score", text["Quality.Score"], ExcelKind.Whole, row => row.Score),
        new("number", text["Suspect.Number"], ExcelKind.Whole, row => row.MemberId) { Hidden = true },
    ];
}
