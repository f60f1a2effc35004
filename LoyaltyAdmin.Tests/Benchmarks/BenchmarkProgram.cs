namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>What <c>dotnet run</c> starts; tests are run by <c>dotnet test</c>.</summary>
public static class BenchmarkProgram
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["benchmark", "search"])
        {
            await SearchLoad.MeasureAsync(Console.Out);
            return 0;
        }

        if (args is ["benchmark", "tiers"])
        {
            await TierLoad.MeasureAsync(Console.Out);
            return 0;
        }

        if (args is ["benchmark", "offers"])
        {
            await OfferLoad.MeasureAsync(Console.Out);
            return 0;
        }

        if (args is not ["benchmark"])
        {
            await Console.Error.WriteLineAsync("Usage: dotnet run -c Release --project LoyaltyAdmin.Tests -- benchmark [search|tiers|offers]");
            return 2;
        }

        await PostingBenchmark.RunAsync(Console.Out);
        return 0;
    }
}
