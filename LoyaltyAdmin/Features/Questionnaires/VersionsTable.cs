using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>What the list of published questionnaires can show.</summary>
public static class VersionsTable
{
    public const string Path = "/joining/questionnaire/versions";
    public const string Number = "number";

    public static TableList<QuestionnaireRow, NoFilter> List(IStringLocalizer<QuestionnairesText> text) =>
        new("questionnaires", Path, QuestionnairesFeature.VersionsWorkbook,
        [
            new(Number, text["Version.Column"], ExcelKind.Text, row => text["Version", row.Number].Value) { Fixed = true },
            new("from", text["Version.From"], ExcelKind.Instant, row => row.From),
            new("by", text["Version.By"], ExcelKind.Text, row => row.By),
            new("note", text["Version.Note"], ExcelKind.Text, row => row.Note),
            new("questions", text["Version.Questions"], ExcelKind.Whole, row => row.Questions),
            new("required", text["Version.Required"], ExcelKind.Whole, row => row.Required),
            new("points", text["Version.Points"], ExcelKind.Number, row => row.Points) { Decimals = 2, Hidden = true },
        ])
        {
            Sort = "own",
            PageSize = 20,
        };
}
