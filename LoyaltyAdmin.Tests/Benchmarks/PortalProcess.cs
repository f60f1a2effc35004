using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>The built portal as a process of its own, in Production on a new SQLite database, with no jobs running.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private const string ApiKey = "benchmark-key-of-all-scopes";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private PortalProcess(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address };
        Client.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
    }

    /// <summary>Calls the portal with a key of all scopes and no rate limit.</summary>
    public HttpClient Client { get; }

    public static async Task<PortalProcess> StartAsync(string database)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LoyaltyAdmin.dll"), "--urls", address.ToString()])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ConnectionStrings__Loyalty"] = $"Data Source={database}",
                ["Imports__Folder"] = $"{database}-imports",
                ["DataProtection__Keys"] = $"{database}-keys",
                ["Bootstrap__AdminEmail"] = "benchmark@portal.local",
                ["Bootstrap__AdminPassword"] = "Benchmark-2026",
                ["Bootstrap__ApiKey"] = ApiKey,
                ["Jobs__Enabled"] = "false",
                ["Logging__LogLevel__Default"] = "Error",
            },
        };
        var portal = new PortalProcess(Process.Start(start)!, address);
        await portal.WaitAsync();
        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task WaitAsync()
    {
        var waited = Stopwatch.StartNew();
        while (!process.HasExited && waited.Elapsed < LongestStart)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri("/health", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The portal does not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
