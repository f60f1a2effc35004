using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>Points to be given to a member for something other than a purchase.</summary>
/// <param name="Key">What it is given for, once: <c>referral 17 friend</c>; up to 80 characters.</param>
/// <param name="MemberId">Whom; who was merged gets it on the member that stands for them.</param>
/// <param name="Points">How many, as people write them.</param>
/// <param name="Reason">For what.</param>
/// <param name="Block">The block of the budget that it is booked to.</param>
public sealed record Reward(string Key, long MemberId, decimal Points, RewardReason Reason, BudgetBlock Block = BudgetBlock.Main)
{
    /// <summary>Whether it can be spent at once, such as one that has waited already; else it activates as points for purchases do.</summary>
    public bool AtOnce { get; init; }

    /// <summary>The operation that its entry is written under.</summary>
    public string OperationId => OperationOf(Key);

    /// <summary>The operation of the entry that gives a reward.</summary>
    public static string OperationOf(string key) => $"reward:{key}";

    /// <summary>The operation of the entry that takes it back.</summary>
    public static string BackOf(string key) => $"reward-back:{key}";
}
