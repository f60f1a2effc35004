namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>A department of the demo shop, with the months in which people ask for it more than usual.</summary>
internal sealed record DemoCategory(string Name, double Weight, params (int Month, double Factor)[] Seasons)
{
    public double WeightIn(int month)
    {
        foreach (var (of, factor) in Seasons)
        {
            if (of == month)
            {
                return Weight * factor;
            }
        }

        return Weight;
    }
}
