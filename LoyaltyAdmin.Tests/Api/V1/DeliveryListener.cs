using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace LoyaltyAdmin.Tests.Api.V1;

/// <summary>A delivery partner on this machine: hears what it is told, over real HTTP, and answers as it is bidden.</summary>
internal sealed class DeliveryListener : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task loop;

    private DeliveryListener(int port)
    {
        Address = $"http://127.0.0.1:{port}/parcels/";
        listener.Prefixes.Add(Address);
        listener.Start();
        loop = Task.Run(HearAsync);
    }

    /// <summary>One call.</summary>
    public sealed record Call(string Body, string? Time, string? Signature, string? Key);

    public string Address { get; }

    public ConcurrentQueue<Call> Calls { get; } = [];

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    public static DeliveryListener Open()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new DeliveryListener(port);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await loop;
        listener.Close();
    }

    private async Task HearAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            Calls.Enqueue(new Call(
                await reader.ReadToEndAsync(), context.Request.Headers["X-Delivery-Timestamp"], context.Request.Headers["X-Delivery-Signature"], context.Request.Headers["Idempotency-Key"]));
            context.Response.StatusCode = (int)Answer;
            await context.Response.OutputStream.WriteAsync("""{"tracking":"TRK-1"}"""u8.ToArray());
            context.Response.Close();
        }
    }
}
