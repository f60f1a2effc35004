using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>One large file of receipts of one line each, in the order of members as exports have it, all members unknown.</summary>
internal static class ImportLoad
{
    private static readonly DateTime FirstDay = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Imports it and tells how long it took by the portal's own clock and from upload to done.</summary>
    public static async Task<(TimeSpan Own, TimeSpan Wall)> RunAsync(PortalProcess portal, int rows, int members)
    {
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(Csv(rows, members)));
        using var form = new MultipartFormDataContent { { file, "file", "purchases.csv" } };
        var watch = Stopwatch.StartNew();
        using var answer = await portal.Client.PostAsync(
            new Uri("/api/v1/imports?kind=receipts&registerUnknown=true", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32();
        while (true)
        {
            var import = await portal.Client.GetFromJsonAsync<JsonElement>($"/api/v1/imports/{id}");
            if (import.GetProperty("status").GetString() is "done" or "failed" or "cancelled")
            {
                var wall = watch.Elapsed;
                return import.GetProperty("accepted").GetInt32() == rows
                    ? (import.GetProperty("finishedAt").GetDateTime() - import.GetProperty("startedAt").GetDateTime(), wall)
                    : throw new InvalidOperationException($"The import ended as {import}");
            }

            await Task.Delay(50);
        }
    }

    private static string Csv(int rows, int members)
    {
        var random = new Random(20_260_101);
        var csv = new StringBuilder("member,occurredAt,sku,quantity,amount\n");
        var (row, month) = (0, TimeSpan.FromDays(30));
        for (var member = 0; member < members; member++)
        {
            var at = FirstDay + (random.NextDouble() * 3 * month);
            for (var until = (long)rows * (member + 1) / members; row < until; row++)
            {
                csv.Append(CultureInfo.InvariantCulture, $"m{member},{at:yyyy-MM-dd},CD,{random.Next(1, 4)},{random.Next(700, 9000) / 100m:F2}\n");
                at += random.NextDouble() * 5 * month;
            }
        }

        return csv.ToString();
    }
}
