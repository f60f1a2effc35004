namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>A place where the demo shop sells.</summary>
internal sealed record DemoStore(string Name, string Channel, double Weight, double OpensAt, double[] Hours)
{
    public bool IsOnline => Channel == DemoStores.Online;

    /// <summary>A moment of a day at which people buy there.</summary>
    public TimeSpan Moment(Random random)
    {
        var hour = DemoCatalogue.Draw(random, DemoStores.HoursOfDay, h => Hours[h]);
        return new TimeSpan(hour, random.Next(60), random.Next(60));
    }
}

/// <summary>The stores and the online shop.</summary>
internal static class DemoStores
{
    public const string Online = "online";

    public static readonly int[] HoursOfDay = [.. Enumerable.Range(0, 24)];

    private static readonly double[] Doors = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 5, 7, 7, 6, 5, 6, 8, 9, 7, 4, 1, 0, 0];
    private static readonly double[] Web = [2, 1, 0.5, 0.3, 0.3, 0.5, 1, 2, 3, 4, 5, 5, 5, 5, 4, 4, 4, 5, 6, 7, 9, 10, 8, 4];

    /// <summary>In the order of their size; one of them opens half way through the history.</summary>
    public static IReadOnlyList<DemoStore> Of(bool isRussian) =>
    [
        new(isRussian ? "Центр" : "Centre", "store", 0.38, 0, Doors),
        new(isRussian ? "Интернет-магазин" : "Online shop", Online, 0.22, 0, Web),
        new(isRussian ? "Парк" : "Park", "store", 0.25, 0, Doors),
        new(isRussian ? "Вокзал" : "Station", "store", 0.15, 0.5, Doors),
    ];
}
