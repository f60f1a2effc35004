using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns.Lists;

/// <summary>What the list of personal lists is, on its page and in its workbook.</summary>
public static class AudienceListTable
{
    public const string Name = "name";

    /// <summary>All personal lists.</summary>
    public static TableList<AudienceList, NoFilter> Of(IStringLocalizer<CampaignsText> text) => new(
        "campaign-lists",
        "/campaigns/lists",
        "/exports/campaign-lists.xlsx",
        [
            new(Name, text["Name"], ExcelKind.Text, row => row.Name) { Fixed = true, Sort = Name },
            new("key", text["Key"], ExcelKind.Text, row => row.Key),
            new("members", text["Members"], ExcelKind.Whole, row => row.Members) { Sort = "members", Total = true },
            new("created", text["Created"], ExcelKind.Instant, row => row.CreatedAt) { Sort = "created" },
            new("createdBy", text["CreatedBy"], ExcelKind.Text, row => row.CreatedBy) { Hidden = true },
        ])
    {
        Sort = "created",
        Descending = true,
    };

    /// <summary>Who is on a list.</summary>
    public static TableList<ListedMember, NoFilter> Members(IStringLocalizer<CampaignsText> text, int list) => new(
        "campaign-list-members",
        $"/campaigns/lists/{list}",
        $"/exports/campaign-lists/{list}.xlsx",
        [
            new("id", text["MemberNumber"], ExcelKind.Whole, row => row.Id) { Fixed = true },
            new("externalId", text["ExternalId"], ExcelKind.Text, row => row.ExternalId),
        ])
    {
        Sort = "id",
    };
}

/// <summary>A member on a list, as its workbook tells one.</summary>
public sealed record ListedMember(long Id, string? ExternalId);
