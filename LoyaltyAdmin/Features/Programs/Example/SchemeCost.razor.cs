using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs.Example;

/// <summary>What the edited scheme costs and how much more must be sold to pay for it (R15).</summary>
public sealed partial class SchemeCost
{
    private decimal margin = 30m;
    private decimal redeemed = 70m;

    private decimal Cost => BreakEven.Cost(AccrualWorth.ShareOf(Form.LastValid), redeemed / 100m);

    private decimal? Uplift => BreakEven.Uplift(Cost, margin / 100m);
}
