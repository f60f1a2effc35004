using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>Which users a list shows.</summary>
public sealed record OperatorFilter
{
    /// <summary>Part of a name or e-mail.</summary>
    public string? Search { get; init; }

    /// <summary>Those who are switched off, or those who are not.</summary>
    public bool? IsDisabled { get; init; }
}

/// <summary>By what a list of users is sorted.</summary>
public enum OperatorSort
{
    Name,
    Email,
}

/// <summary>What the list of users is, on its page and in its workbook.</summary>
public static class OperatorsTable
{
    public const string Name = "name";
    public const string State = "state";

    public static TableList<OperatorRow, OperatorFilter> List(IStringLocalizer<OperatorsText> text) => new(
        "users",
        "/users",
        "/exports/users.xlsx",
        [
            new(Name, text["Name"], ExcelKind.Text, row => row.Name) { Fixed = true, Sort = nameof(OperatorSort.Name) },
            new("email", text["Email"], ExcelKind.Text, row => row.Email) { Sort = nameof(OperatorSort.Email) },
            new("roles", text["Roles"], ExcelKind.Text, row => string.Join(", ", row.Roles.Select(role => text[role].Value))),
            new(State, text["State"], ExcelKind.Text, row => text[row.Disabled ? "Disabled" : row.LockedUntil is null ? "Active" : "Locked"].Value),
            new("lockedUntil", text["LockedUntil"], ExcelKind.Instant, row => row.LockedUntil) { Hidden = true },
        ])
    {
        Sort = nameof(OperatorSort.Name),
        Fields =
        [
            ListField.Text(ListField.Search, text["SearchField"], (OperatorFilter f) => f.Search, (f, value) => f with { Search = value }),
            ListField.Either(
                "state", text["State"], (OperatorFilter f) => f.IsDisabled, (f, value) => f with { IsDisabled = value }, ("off", text["Disabled"]), ("on", text["Active"])),
        ],
    };
}
