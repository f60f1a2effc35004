using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What members get for bringing friends, and what keeps it honest (R17).</summary>
public sealed record ReferralConditions
{
    /// <summary>Where in <see cref="Link"/> the code stands.</summary>
    public const string CodeInLink = "{code}";

    /// <summary>Days of waiting where neither these conditions nor the activation of points name any.</summary>
    private const int UsualWait = 14;

    /// <summary>Whether codes are taken.</summary>
    public bool Enabled { get; init; }

    /// <summary>Points for whoever brought the friend.</summary>
    public decimal ReferrerPoints { get; init; } = 300;

    /// <summary>Points for the friend; zero for none.</summary>
    public decimal FriendPoints { get; init; } = 300;

    /// <summary>Money that the friend's first purchase must have brought and kept; any money where it is zero.</summary>
    public Money MinimumPurchase { get; init; }

    /// <summary>Days from the purchase until both get their points; null for as long as earned points wait, or 14.</summary>
    public int? DaysToWait { get; init; }

    /// <summary>Days from the use of the code within which the friend must buy; null for any time.</summary>
    public int? DaysToBuy { get; init; } = 90;

    /// <summary>For how many friends of one calendar month a member is rewarded; null for any number.</summary>
    public int? CapPerMonth { get; init; } = 10;

    /// <summary>For how many friends in all; null for any number.</summary>
    public int? CapInAll { get; init; }

    /// <summary>Whether a phone that both have, or had, blocks.</summary>
    public bool BlockSamePhone { get; init; } = true;

    /// <summary>Whether one mailbox behind both e-mails blocks.</summary>
    public bool BlockSameEmail { get; init; } = true;

    /// <summary>Whether one payment card blocks.</summary>
    public bool BlockSameCard { get; init; } = true;

    /// <summary>Whether one delivery address blocks.</summary>
    public bool BlockSameAddress { get; init; } = true;

    /// <summary>Whether one device blocks.</summary>
    public bool BlockSameDevice { get; init; } = true;

    /// <summary>Address that members share, with <see cref="CodeInLink"/> in it; empty to share the code alone.</summary>
    public string Link { get; init; } = "";

    /// <summary>The days that a reward waits after the purchase.</summary>
    public int WaitDays(ActivationConditions activation) =>
        DaysToWait ?? (activation.Mode == ActivationMode.AfterDays ? activation.Days : UsualWait);
}
