namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>How a member of the demo shop buys.</summary>
/// <param name="Rate">Purchases on an ordinary day after the first.</param>
/// <param name="Leaving">Chance that any purchase is the last.</param>
/// <param name="BuysAtOnce">Whether the first purchase is made on joining.</param>
/// <param name="Spending">Chance of paying with points where there are enough.</param>
/// <param name="Basket">How much more is bought than usual.</param>
/// <param name="Store">Where it is usually bought.</param>
internal sealed record DemoHabit(double Rate, double Leaving, bool BuysAtOnce, double Spending, double Basket, DemoStore Store)
{
    // Of a hundred members: who tries once, who comes now and then, regulars, friends of the house, who was one and left, who never bought.
    private static readonly (double Weight, double Days, double Leaving)[] Kinds =
        [(24, 0, 1), (34, 62, 0.10), (21, 21, 0.015), (5, 8, 0.004), (11, 17, 0.16), (5, 0, 0)];

    public static DemoHabit Pick(Random random, DemoStore store)
    {
        var (_, days, leaving) = DemoCatalogue.Draw(random, Kinds, k => k.Weight);
        var pace = Math.Exp((random.NextDouble() - 0.5) * 1.1);
        var buys = leaving > 0;
        return new DemoHabit(
            days == 0 ? 0 : pace / days,
            leaving,
            buys && (days == 0 || random.NextDouble() < 0.85),
            random.NextDouble() < 0.3 ? 0.03 : 0.25 + (random.NextDouble() * 0.5),
            Math.Exp((random.NextDouble() - 0.5) * 0.9),
            store);
    }
}
