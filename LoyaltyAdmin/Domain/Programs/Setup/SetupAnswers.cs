namespace LoyaltyAdmin.Domain.Programs.Setup;

/// <summary>What a marketer says when a program begins from templates: which kinds, and the few figures that matter. Sums are in units of currency.</summary>
public sealed record SetupAnswers
{
    public IReadOnlyList<ProgramKind> Kinds { get; init; } = [];

    public decimal DiscountPercent { get; init; } = 5m;

    public decimal AccrualPercent { get; init; } = 5m;

    public decimal MaximumSharePercent { get; init; } = 30m;

    /// <summary>How many months points live.</summary>
    public int LifeMonths { get; init; } = 12;

    /// <summary>Days in which goods can be brought back: points wait as long.</summary>
    public int ReturnDays { get; init; } = 14;

    public SetupGift LevelsGive { get; init; }

    public IReadOnlyList<SetupLevel> Levels { get; init; } = [];

    public string PlanName { get; init; } = "";

    /// <summary>For a month.</summary>
    public decimal PlanFee { get; init; } = 199m;

    public int PlanTrialDays { get; init; } = 7;

    public SetupGift PlanGives { get; init; }

    public decimal PlanRate { get; init; } = 10m;

    public string ClubName { get; init; } = "";

    /// <summary>What one must buy for in twelve months to get in unasked; zero for by invitation only.</summary>
    public decimal ClubThreshold { get; init; } = 100_000m;

    public SetupGift ClubGives { get; init; } = SetupGift.Discount;

    public decimal ClubRate { get; init; } = 10m;

    public string PartnerName { get; init; } = "";

    /// <summary>Percent in points for purchases at the partner.</summary>
    public decimal PartnerRate { get; init; } = 3m;

    /// <summary>Whether points pay at the partner too.</summary>
    public bool PartnerTakesPoints { get; init; } = true;

    public decimal ReferrerPoints { get; init; } = 300m;

    public decimal FriendPoints { get; init; } = 300m;

    /// <summary>What the friend's first purchase must bring.</summary>
    public decimal FriendMinimum { get; init; } = 1_000m;

    /// <summary>Whether members get points, by whatever way.</summary>
    public bool GivesPoints =>
        Has(ProgramKind.Bonus) || Has(ProgramKind.Partner) || Has(ProgramKind.Referral)
        || (Has(ProgramKind.Cumulative) && LevelsGive == SetupGift.Points)
        || (Has(ProgramKind.Subscription) && PlanGives == SetupGift.Points)
        || (Has(ProgramKind.Club) && ClubGives == SetupGift.Points);

    public bool Has(ProgramKind kind) => Kinds.Contains(kind);

    /// <summary>The answers with a kind chosen, or no longer. Levels and paid terms give what the program gives anyhow: a discount only where it has no points.</summary>
    public SetupAnswers Choose(ProgramKind kind, bool chosen)
    {
        var kinds = (chosen ? Kinds.Append(kind) : Kinds.Where(k => k != kind)).Distinct().Order().ToList();
        var gift = kinds.Contains(ProgramKind.Discount) && !kinds.Contains(ProgramKind.Bonus) ? SetupGift.Discount : SetupGift.Points;
        return kind is ProgramKind.Discount or ProgramKind.Bonus
            ? this with { Kinds = kinds, LevelsGive = gift, PlanGives = gift }
            : this with { Kinds = kinds };
    }
}
