using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Terms;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>Of what the terms are written. The language is the current culture.</summary>
/// <param name="Audience">For whom.</param>
/// <param name="Conditions">The conditions that they tell.</param>
/// <param name="At">The instant whose plans, partners and offers they tell (UTC).</param>
/// <param name="PointDecimals">Decimals of the program's points.</param>
public sealed record TermsScope(TermsAudience Audience, ProgramConditions Conditions, DateTime At, int PointDecimals)
{
    public bool ForCustomers => Audience == TermsAudience.Customer;
}
