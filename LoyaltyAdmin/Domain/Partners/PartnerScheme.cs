using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;

namespace LoyaltyAdmin.Domain.Partners;

/// <summary>How a purchase at a partner is decided: the main scheme with what the terms say otherwise. Discounts for members are the shop's own and not given there.</summary>
public sealed record PartnerScheme(string Key, string Name, PartnerConditions Terms)
{
    /// <summary>The conditions that hold there.</summary>
    public ProgramConditions Over(ProgramConditions main) => main with
    {
        Accrual = Terms.Accrual switch
        {
            PartnerAccrual.Percent => main.Accrual with { Mode = AccrualMode.Percent, Percent = Terms.Percent },
            PartnerAccrual.Steps => main.Accrual with { Mode = AccrualMode.Steps, StepAmount = Terms.StepAmount, StepPoints = Terms.StepPoints },
            _ => main.Accrual,
        },
        Discount = main.Discount with { Percent = 0m },
        Redemption = main.Redemption with
        {
            Allowed = main.Redemption.Allowed && Terms.Spending,
            MaximumSharePercent = Terms.MaximumSharePercent ?? main.Redemption.MaximumSharePercent,
        },
    };

    /// <summary>A member's privileges as they hold there: rates of another kind than the partner's mean nothing, and its maximum share is the most.</summary>
    public IReadOnlyList<MemberPrivilege> Over(ProgramConditions main, IReadOnlyList<MemberPrivilege> privileges)
    {
        if (!Terms.MemberRates)
        {
            return [];
        }

        var sameKind = Over(main).Accrual.Mode == main.Accrual.Mode;
        return [.. privileges.Select(p => p with
        {
            AccrualRate = sameKind ? p.AccrualRate : null,
            DiscountPercent = null,
            MaximumSharePercent = p.MaximumSharePercent is { } own && Terms.MaximumSharePercent is { } most ? Math.Min(own, most) : p.MaximumSharePercent,
        })];
    }
}
