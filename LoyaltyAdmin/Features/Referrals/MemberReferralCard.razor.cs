using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>A member's code with what to share, the friends who came by it, and by whose code the member came.</summary>
public sealed partial class MemberReferralCard
{
    private MemberReferral? referral;
    private bool mayMake;
    private bool copied;
    private long shown;

    [Inject] public required ReferralQueries Queries { get; init; }

    [Inject] public required ReferralCodes Codes { get; init; }

    [Inject] public required IJSRuntime Browser { get; init; }

    [Parameter, EditorRequired] public long MemberId { get; set; }

    private string ShareText => referral switch
    {
        { Link: { } link } => Text["ShareLink", Gift, link],
        { Code: { } code } => Text["ShareCode", Gift, ReferralCodeRule.Show(code)],
        _ => "",
    };

    private string Gift => referral!.Terms.FriendPoints > 0
        ? Text["ShareGift", Formats.Points((long)(referral.Terms.FriendPoints * Domain.Values.PointsScale.Factor(Units.PointDecimals)), Units)]
        : Text["ShareNoGift"];

    protected override async Task OnParametersSetAsync()
    {
        if (shown != MemberId)
        {
            mayMake = (await ActorAsync()).May(Permission.MembersEdit);
            referral = await Queries.OfMemberAsync(MemberId, Cancelled);
            (shown, copied) = (MemberId, false);
        }
    }

    private async Task MakeAsync()
    {
        await Codes.EnsureAsync(await ActorAsync(), MemberId, Cancelled);
        referral = await Queries.OfMemberAsync(MemberId, Cancelled);
    }

    private async Task CopyAsync()
    {
        try
        {
            await Browser.InvokeVoidAsync("navigator.clipboard.writeText", Cancelled, ShareText);
            copied = true;
        }
        catch (JSException)
        {
            // A site without https has no clipboard: the text stands on the page.
        }
    }
}
