using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>A rate in percent (or points a step) with the privilege that it comes from; null for the main scheme.</summary>
public readonly record struct MemberTerm(decimal Rate, string? By);

/// <summary>The rates that hold for one member: privileges take the place of the main scheme; of several the best for the member counts.</summary>
public sealed record MemberTerms(MemberTerm Accrual, MemberTerm Discount, MemberTerm MaximumShare)
{
    /// <summary>The rates of a member where the purchase is made: a partner's terms stand over the house's.</summary>
    public static MemberTerms Of(ProgramConditions conditions, MemberFacts member) => member.Partner is { } partner
        ? Of(partner.Over(conditions), partner.Over(conditions, member.Privileges))
        : Of(conditions, member.Privileges);

    public static MemberTerms Of(ProgramConditions conditions, IReadOnlyList<MemberPrivilege> privileges)
    {
        var accrual = conditions.Accrual;
        return new MemberTerms(
            Best(accrual.Mode == AccrualMode.Percent ? accrual.Percent : accrual.StepPoints, privileges, p => p.AccrualRate),
            Best(conditions.Discount.Percent, privileges, p => p.DiscountPercent),
            Best(conditions.Redemption.MaximumSharePercent, privileges, p => p.MaximumSharePercent));
    }

    private static MemberTerm Best(decimal main, IReadOnlyList<MemberPrivilege> privileges, Func<MemberPrivilege, decimal?> rate)
    {
        MemberTerm? best = null;
        foreach (var privilege in privileges)
        {
            if (rate(privilege) is { } own && (best is null || own > best.Value.Rate))
            {
                best = new MemberTerm(own, privilege.Name);
            }
        }

        return best ?? new MemberTerm(main, null);
    }
}
