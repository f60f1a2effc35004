using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>What keeps people from bringing themselves, or too many.</summary>
public sealed partial class ReferralBlocksSection
{
    private const decimal Most = 1_000_000;

    private ReferralConditions R => Form.Conditions.Referral;

    private static int? Whole(decimal? typed) => typed is { } number ? (int)Math.Min(number, Most) : null;
}
