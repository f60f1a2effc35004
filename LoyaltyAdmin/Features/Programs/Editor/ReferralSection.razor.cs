using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>What both sides get when a friend buys.</summary>
public sealed partial class ReferralSection
{
    private const decimal Farthest = 10_000;

    private ReferralConditions R => Form.Conditions.Referral;

    private static int? Days(decimal? typed) => typed is { } days ? (int)Math.Min(days, Farthest) : null;
}
