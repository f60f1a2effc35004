using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>
/// Tells the delivery partner of the parcels in the outbox, signed. What is not answered is told again under the same key, later
/// each time, and at last given up for people to look at. A message is leased before it is told, so that no two nodes tell it
/// at once and a fall between telling and noting only tells it again.
/// </summary>
public sealed class SendDeliveries(
    IDbContextFactory<LoyaltyDbContext> databases, DeliveryPartners partners, DeliveryHttp http, FollowGiftCardOrder orders, BusinessClock clock)
{
    public const string JobKey = "send-deliveries";
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How many were told, failed this time, and were given up now.</summary>
    public sealed record Outcome(int Sent, int Failed, int GivenUp);

    public async Task<Outcome> ExecuteAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        if (await partners.FindAsync(ct) is not { } partner)
        {
            return new Outcome(0, 0, 0);
        }

        var (sent, failed, givenUp) = (0, 0, 0);
        foreach (var id in await DueAsync(ct))
        {
            if (await LeaseAsync(id, ct) is not { } message)
            {
                continue;
            }

            var (tracking, problem) = await TellAsync(partner.Address, partner.Secret, message, ct);
            if (problem is null)
            {
                sent++;
                await NoteSentAsync(message, tracking, ct);
            }
            else
            {
                failed++;
                givenUp += await NoteFailedAsync(message, problem, ct) ? 1 : 0;
            }
        }

        return new Outcome(sent, failed, givenUp);
    }

    private async Task<List<long>> DueAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        return await db.DeliveryMessages.Where(m => m.NextAt <= now).OrderBy(m => m.NextAt).ThenBy(m => m.Id).Take(MostAtOnce).Select(m => m.Id).ToListAsync(ct);
    }

    private async Task<DeliveryMessage?> LeaseAsync(long id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (now, until) = (clock.UtcNow, clock.UtcNow + Lease);
        var leased = await db.DeliveryMessages.Where(m => m.Id == id && m.NextAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAt, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct);
        return leased == 1 ? await db.DeliveryMessages.AsNoTracking().SingleAsync(m => m.Id == id, ct) : null;
    }

    private async Task<(string? Tracking, string? Problem)> TellAsync(Uri address, string secret, DeliveryMessage message, CancellationToken ct)
    {
        var time = DeliverySignature.TimeOf(clock.UtcNow);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(message.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add(DeliverySignature.TimeHeader, time);
        request.Headers.Add(DeliverySignature.Header, DeliverySignature.Of(secret, time, message.Body));
        request.Headers.Add(DeliverySignature.KeyHeader, message.Key);
        try
        {
            using var answer = await http.SendAsync(request, ct);
            return answer.IsSuccessStatusCode ? (Tracking(await answer.Content.ReadAsStringAsync(ct)), null) : (null, $"HTTP {(int)answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (null, e is OperationCanceledException ? "No answer in time" : e.Message);
        }
    }

    /// <summary>The partner may answer with its number of the parcel.</summary>
    private static string? Tracking(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("tracking", out var tracking) && tracking.ValueKind == JsonValueKind.String
                && tracking.GetString() is { Length: > 0 and <= GiftCardOrder.LongestTracking } number ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task NoteSentAsync(DeliveryMessage message, string? tracking, CancellationToken ct)
    {
        await orders.ReportAsync(Actor.System(JobKey).Name, message.OrderId, GiftCardOrderStatus.HandedOver, tracking, "", ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        await db.DeliveryMessages.Where(m => m.Id == message.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, now).SetProperty(m => m.NextAt, (DateTime?)null).SetProperty(m => m.Problem, (string?)null), ct);
    }

    private async Task<bool> NoteFailedAsync(DeliveryMessage message, string problem, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        var isLast = message.Attempts >= DeliveryMessage.MostAttempts;
        DateTime? next = isLast ? null : now + DeliveryMessage.PauseAfter(message.Attempts);
        DateTime? givenUp = isLast ? now : null;
        var shown = problem[..Math.Min(problem.Length, 1000)];
        await db.DeliveryMessages.Where(m => m.Id == message.Id && m.NextAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAt, next).SetProperty(m => m.GivenUpAt, givenUp).SetProperty(m => m.Problem, shown), ct);
        return isLast;
    }
}
