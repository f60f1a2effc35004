namespace LoyaltyAdmin.Features.Referrals;

/// <summary>A marketer edits the terms of bringing friends in the draft and publishes it.</summary>
public sealed partial class EditReferralPage
{
    protected override string Home => "/referral";

    private decimal CostOfFriend =>
        (Form!.LastValid.Referral.ReferrerPoints + Form.LastValid.Referral.FriendPoints) * Form.LastValid.Redemption.PointValue;
}
