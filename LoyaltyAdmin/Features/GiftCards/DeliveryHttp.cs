using System.Net;
using System.Net.Sockets;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>
/// Calls the delivery partner and nobody else: no redirects, no proxy, and a connection only to an address of the public
/// internet, looked at when it is made, so that no name leads into the shop's own network.
/// </summary>
public sealed class DeliveryHttp(DeliveryPartners partners) : IDisposable
{
    private readonly Lazy<HttpClient> client = new(() => new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, partners.AllowsPrivate, ct),
    })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = 64 * 1024,
    });

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => client.Value.SendAsync(request, ct);

    public void Dispose()
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    /// <summary>Whether an address belongs to the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var first = ip.GetAddressBytes();
            return (first[0] & 0xE0) == 0x20 && !ip.IsIPv6Teredo && !(first[0] == 0x20 && first[1] == 0x02);
        }

        var b = ip.GetAddressBytes();
        return b[0] switch
        {
            0 or 10 or 127 or >= 224 => false,
            100 => b[1] is < 64 or > 127,
            169 => b[1] != 254,
            172 => b[1] is < 16 or > 31,
            192 => b[1] != 168 && !(b[1] == 0 && b[2] is 0 or 2) && !(b[1] == 88 && b[2] == 99),
            198 => b[1] is not (18 or 19) && !(b[1] == 51 && b[2] == 100),
            203 => !(b[1] == 0 && b[2] == 113),
            _ => true,
        };
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool allowsPrivate, CancellationToken ct)
    {
        var addresses = (await Dns.GetHostAddressesAsync(to.Host, ct)).Where(a => allowsPrivate || IsPublic(a)).ToArray();
        if (addresses.Length == 0)
        {
            throw new HttpRequestException($"{to.Host} leads to no address of the public internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
