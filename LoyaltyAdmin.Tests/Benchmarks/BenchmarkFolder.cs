namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>A folder for the databases of one run, gone with it.</summary>
internal sealed class BenchmarkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("loyalty-benchmark-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
