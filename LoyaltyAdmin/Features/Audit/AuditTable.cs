using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Audit;

/// <summary>What the list of changes is, on its page and in its workbook.</summary>
public static class AuditTable
{
    public const string Which = "which";
    public const string Changes = "changes";

    /// <summary>The kinds of things whose changes are kept.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["Member", "Account", "Card", "CardSeries", "LoyaltyProgram", "ProgramVersion", "Operator", "ApiKey", "Job"];

    public static TableList<AuditRow, AuditListFilter> List(IStringLocalizer<AuditText> text, AuditWords words, DisplayUnits units) => new(
        "audit",
        "/audit",
        "/exports/audit.xlsx",
        [
            new("id", "№", ExcelKind.Whole, row => row.Id) { Hidden = true },
            new("at", text["At"], ExcelKind.Instant, row => row.At) { Sort = "time" },
            new("author", text["Author"], ExcelKind.Text, row => words.Author(row.Author)),
            new("deed", text["Deed"], ExcelKind.Text, words.Deed) { Fixed = true },
            new(Which, text["Which"], ExcelKind.Text, row => Guid.TryParse(row.SubjectId, out _) ? null : row.SubjectId),
            new(Changes, text["Changes"], ExcelKind.Text, row => string.Join('\n', words.Changes(row, units).Select(Line))),
            new("reason", text["Reason"], ExcelKind.Text, row => row.Reason),
        ])
    {
        Sort = "time",
        Descending = true,
        Fields =
        [
            ListField.Text(ListField.Search, text["Author"], (AuditListFilter f) => f.Author, (f, value) => f with { Author = value }),
            ListField.Text("subject", text["Subject"], (AuditListFilter f) => f.Subject, (f, value) => f with { Subject = value }) with
            {
                Words = f => f.Subject is { } subject ? words.Kind(subject) : null,
            },
            ListField.Text("id", text["Which"], (AuditListFilter f) => f.SubjectId, (f, value) => f with { SubjectId = value }),
            ListField.Day(ListField.From, text["From"], (AuditListFilter f) => f.From, (f, value) => f with { From = value }),
            ListField.Day(ListField.To, text["To"], (AuditListFilter f) => f.To, (f, value) => f with { To = value }),
        ],
    };

    private static string Line(AuditChange change) => change.Before is null
        ? $"{change.Property}: {change.After}"
        : $"{change.Property}: {change.Before} → {change.After ?? "—"}";
}
