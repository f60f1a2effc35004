using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Members;

/// <summary>The words that say why somebody or something is blocked or let again.</summary>
internal static class BlockReason
{
    public const int Longest = 1000;

    public static Rejection? Check(string reason) => reason.Trim().Length switch
    {
        0 => new Rejection("Members.ReasonMissing") { Field = "reason" },
        > Longest => new Rejection("Members.TooLong", Longest) { Field = "reason" },
        _ => null,
    };
}
