using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Which imports a list shows.</summary>
public sealed record ImportFilter
{
    public ImportKind? Kind { get; init; }

    public ImportStatus? Status { get; init; }

    /// <summary>Trials, or imports for real.</summary>
    public bool? IsTrial { get; init; }
}

/// <summary>By what a list of imports is sorted.</summary>
public enum ImportSort
{
    Latest,
    File,
    Rows,
    Rejected,
}

/// <summary>A page of imports with what all of them add up to, in rows of their files.</summary>
public sealed record ImportList(IReadOnlyList<ImportRow> Rows, int Total, long FileRows, long Rejected);

/// <summary>What the list of imports is, on its page and in its workbook.</summary>
public static class ImportsTable
{
    public const string File = "file";
    public const string Status = "status";
    public const string Rejected = "rejected";

    public static TableList<ImportRow, ImportFilter> List(IStringLocalizer<ImportsText> text, AuditWords people, DisplayUnits units) => new(
        "imports",
        "/imports",
        "/exports/imports.xlsx",
        [
            new("id", "№", ExcelKind.Whole, row => row.Id) { Hidden = true },
            new(File, text["Column.File"], ExcelKind.Text, row => row.FileName) { Fixed = true, Sort = nameof(ImportSort.File) },
            new("kind", text["Column.Kind"], ExcelKind.Text, row => text[$"Kind.{row.Kind}"].Value),
            new(Status, text["Column.Status"], ExcelKind.Text, row => row.DryRun ? $"{text[$"Status.{row.Status}"]}, {text["Trial"]}" : text[$"Status.{row.Status}"].Value),
            new("rows", text["Rows"], ExcelKind.Whole, row => row.Rows) { Sort = nameof(ImportSort.Rows), Total = true },
            new("accepted", text["Accepted"], ExcelKind.Whole, row => row.Accepted) { Total = true },
            new("skipped", text["Skipped"], ExcelKind.Whole, row => row.Skipped) { Total = true },
            new(Rejected, text["Rejected"], ExcelKind.Whole, row => row.Rejected) { Sort = nameof(ImportSort.Rejected), Total = true },
            new("newMembers", text["Did.NewMembers"], ExcelKind.Whole, row => row.NewMembers) { Hidden = true, Total = true },
            new("sales", text["Did.Sales"], ExcelKind.Whole, row => row.Sales) { Hidden = true, Total = true },
            new("returns", text["Did.Returns"], ExcelKind.Whole, row => row.Returns) { Hidden = true, Total = true },
            new("points", text["Did.PointsIn"], ExcelKind.Points, row => row.PointsIn) { Hidden = true, Decimals = units.PointDecimals, Total = true },
            new("who", text["Column.Who"], ExcelKind.Text, row => people.Author(row.CreatedBy)),
            new("when", text["Column.When"], ExcelKind.Instant, row => row.CreatedAt) { Sort = nameof(ImportSort.Latest) },
            new("finished", text["Column.Finished"], ExcelKind.Instant, row => row.FinishedAt) { Hidden = true },
        ])
    {
        Sort = nameof(ImportSort.Latest),
        Descending = true,
        PageSize = 25,
        Fields =
        [
            ListField.Choice("kind", text["Column.Kind"], (ImportFilter f) => f.Kind, (f, value) => f with { Kind = value }, (ImportKind kind) => text[$"Kind.{kind}"]),
            ListField.Choice("status", text["Column.Status"], (ImportFilter f) => f.Status, (f, value) => f with { Status = value }, (ImportStatus status) => text[$"Status.{status}"]),
            ListField.Either("trial", text["Trials"], (ImportFilter f) => f.IsTrial, (f, value) => f with { IsTrial = value }, ("yes", text["OnlyTrials"]), ("no", text["OnlyReal"])),
        ],
    };
}
