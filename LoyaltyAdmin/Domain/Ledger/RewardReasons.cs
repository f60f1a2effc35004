namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>How the reason of a reward stands on entries and lots.</summary>
public static class RewardReasons
{
    private const string Prefix = "Reward.";

    /// <summary>The code on the entry and the lot, which is also the key of its words.</summary>
    public static string CodeOf(this RewardReason reason) => Prefix + reason;

    /// <summary>Whether a reason or a lot's rule is the code of a reward rather than a person's words.</summary>
    public static bool IsCode(string? reason) =>
        reason is not null && reason.StartsWith(Prefix, StringComparison.Ordinal) && Enum.TryParse<RewardReason>(reason.AsSpan(Prefix.Length), out _);
}
