using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Tests.Features.Rollups;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Kpi;

/// <summary>R11, R12, R13 and R22 on real purchases, against figures that were computed independently, to their last digit.</summary>
public sealed class KpiReferenceTests
{
    [ReferenceDataFact]
    public async Task CDNOW_gives_the_figures_of_the_reference()
    {
        var deals = File.ReadLines(ReferenceData.PathOf("cdnow", "CDNOW_master.txt"))
            .Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => new Deal(
                long.Parse(cells[0], CultureInfo.InvariantCulture),
                DateOnly.ParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture),
                Hundredths(cells[3])));
        await CompareAsync(deals, ReferenceData.Figures("cdnow_master"), new KpiPeriod(new DateOnly(1997, 1, 1), new DateOnly(1998, 7, 1)));
    }

    [ReferenceDataFact]
    public async Task Complete_Journey_gives_the_figures_of_the_reference()
    {
        var deals = File.ReadLines(ReferenceData.PathOf("completejourney", "transactions_sample.csv"))
            .Skip(1)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','))
            .GroupBy(cells => (Household: cells[0], Basket: cells[2]))
            .Select(basket => new Deal(
                long.Parse(basket.Key.Household, CultureInfo.InvariantCulture),
                DateOnly.ParseExact(basket.First()[10][..10], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                basket.Sum(cells => Hundredths(cells[5])),
                Store: basket.First()[1]));
        await CompareAsync(deals, ReferenceData.Figures("completejourney_baskets"), new KpiPeriod(new DateOnly(2017, 1, 1), new DateOnly(2018, 1, 1)));
    }

    private static async Task CompareAsync(IEnumerable<Deal> deals, JsonElement expected, KpiPeriod period)
    {
        using var database = await TestDatabase.WithProgramAsync(more: services =>
        {
            services.AddSingleton<ProgramTimelines>();
            services.AddKpi();
        });
        var shop = new RawShop(database);
        foreach (var batch in deals.OrderBy(d => d.Day).Chunk(10_000))
        {
            await shop.PostAsync(batch);
        }

        await KpiReference.CompareAsync(database, expected, period);
        Assert.Empty(await database.Make<CheckRollups>().ExecuteAsync(default));
    }

    private static long Hundredths(string amount) =>
        (long)decimal.Round(decimal.Parse(amount, NumberStyles.Float, CultureInfo.InvariantCulture) * 100m);
}
