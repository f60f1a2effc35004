using System.Globalization;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>What the lists of one club are, on its pages and in their workbooks.</summary>
public static class ClubTables
{
    public const string Member = "member";
    public const string State = "state";

    public static TableList<ClubPlaceRow, ClubPlaceFilter> Places(IStringLocalizer<ClubsText> text, int club) => new(
        "clubMembers",
        string.Create(CultureInfo.InvariantCulture, $"/plans/clubs/{club}"),
        string.Create(CultureInfo.InvariantCulture, $"/exports/club-members.xlsx?club={club}"),
        [
            new(Member, text["Member"], ExcelKind.Text, row => row.Member) { Fixed = true },
            new("memberNumber", text["MemberNumber"], ExcelKind.Whole, row => row.MemberId) { Hidden = true },
            new(State, text["State"], ExcelKind.Text, row => text[$"State.{row.State}"].Value),
            new("entry", text["Entry"], ExcelKind.Text, row => text[$"Entry.{row.Entry}"].Value),
            new("from", text["From"], ExcelKind.Instant, row => row.From),
            new("lastDay", text["Through"], ExcelKind.Date, row => row.LastDay),
        ])
    {
        Sort = "from",
        Descending = true,
        Fields = [ListField.Choice("state", text["State"], (ClubPlaceFilter f) => f.State, (f, value) => f with { State = value }, (PlaceState state) => text[$"State.{state}"])],
    };

    public static TableList<InvitationRow, InvitationFilter> Invitations(IStringLocalizer<ClubsText> text, int club) => new(
        "clubInvitations",
        string.Create(CultureInfo.InvariantCulture, $"/plans/clubs/{club}/invitations"),
        string.Create(CultureInfo.InvariantCulture, $"/exports/club-invitations.xlsx?club={club}"),
        [
            new(Member, text["Member"], ExcelKind.Text, row => row.Member) { Fixed = true },
            new("memberNumber", text["MemberNumber"], ExcelKind.Whole, row => row.MemberId) { Hidden = true },
            new("code", text["Code"], ExcelKind.Text, row => row.Code),
            new(State, text["State"], ExcelKind.Text, row => text[$"Invitation.{row.State}"].Value),
            new("issued", text["IssuedAt"], ExcelKind.Instant, row => row.IssuedAt),
            new("by", text["IssuedBy"], ExcelKind.Text, row => row.IssuedBy) { Hidden = true },
            new("lastDay", text["GoodThrough"], ExcelKind.Date, row => row.LastDay),
            new("reason", text["Reason"], ExcelKind.Text, row => row.Reason) { Hidden = true },
        ])
    {
        Sort = "issued",
        Descending = true,
        Fields = [ListField.Choice("state", text["State"], (InvitationFilter f) => f.State, (f, value) => f with { State = value }, (InvitationState state) => text[$"Invitation.{state}"])],
    };
}
