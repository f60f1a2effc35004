using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>Which keys a list shows.</summary>
public sealed record ApiKeyFilter
{
    /// <summary>Those that were revoked, or those in force.</summary>
    public bool? IsRevoked { get; init; }

    /// <summary>Of one partner.</summary>
    public int? PartnerId { get; init; }
}

/// <summary>By what a list of keys is sorted.</summary>
public enum ApiKeySort
{
    /// <summary>Those in force first.</summary>
    InForce,
    Name,
    Created,
}

/// <summary>What the list of keys is, on its page and in its workbook. The keys themselves are nowhere.</summary>
public static class ApiKeysTable
{
    public const string Name = "name";
    public const string Scopes = "scopes";
    public const string State = "state";

    public static TableList<ApiKeyRow, ApiKeyFilter> List(IStringLocalizer<ApiKeysText> text, AuditWords people) => new(
        "api-keys",
        "/api-keys",
        "/exports/api-keys.xlsx",
        [
            new(Name, text["Name"], ExcelKind.Text, row => row.Name) { Fixed = true, Sort = nameof(ApiKeySort.Name) },
            new("partner", text["Partner"], ExcelKind.Text, row => row.Partner ?? text["House"]),
            new("prefix", text["Prefix"], ExcelKind.Text, row => $"{row.Prefix}…"),
            new(Scopes, text["Scopes"], ExcelKind.Text, row => string.Join(", ", ScopesOf(row).Select(scope => text[scope + ".Short"].Value))),
            new("created", text["CreatedAt"], ExcelKind.Instant, row => row.CreatedAt) { Sort = nameof(ApiKeySort.Created) },
            new("createdBy", text["CreatedBy"], ExcelKind.Text, row => people.Author(row.CreatedBy)) { Hidden = true },
            new(State, text["State"], ExcelKind.Text, row => text[row.RevokedAt is null ? "InForce" : "Revoked"].Value),
            new("revoked", text["RevokedAt"], ExcelKind.Instant, row => row.RevokedAt) { Hidden = true },
        ])
    {
        Sort = nameof(ApiKeySort.InForce),
        Fields =
        [
            ListField.Either(
                State, text["State"], (ApiKeyFilter f) => f.IsRevoked, (f, value) => f with { IsRevoked = value }, ("revoked", text["Revoked"]), ("inforce", text["InForce"])),
        ],
    };

    /// <summary>What a key may.</summary>
    public static string[] ScopesOf(ApiKeyRow key) => key.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
