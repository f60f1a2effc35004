namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>For what points are given outside a purchase. Each has words under <see cref="RewardReasons.CodeOf"/> in both languages.</summary>
public enum RewardReason
{
    /// <summary>A friend came by the member's code and bought.</summary>
    FriendBrought,

    /// <summary>The member came by a friend's code and bought.</summary>
    FriendWelcome,

    /// <summary>A questionnaire was filled in.</summary>
    Questionnaire,

    /// <summary>The member has joined.</summary>
    Joining,
}
