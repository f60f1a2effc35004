using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>
/// How the shop and its delivery partner know each other's calls: HMAC-SHA256 (RFC 2104) under the shared secret, of the time
/// in Unix seconds, a full stop and the body, as lower-case hexadecimal digits.
/// </summary>
public static class DeliverySignature
{
    public const string Header = "X-Delivery-Signature";
    public const string TimeHeader = "X-Delivery-Timestamp";
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>A call that is older or newer than this is a replay or a wrong clock.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>The time as the header has it.</summary>
    public static string TimeOf(DateTime at) => new DateTimeOffset(at).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The signature of a body at a time.</summary>
    public static string Of(string secret, string time, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")));

    /// <summary>Whether a call is the other side's, and of now.</summary>
    public static bool IsRight(string secret, string? time, string body, string? signature, DateTime now) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < 253_402_300_800
        && (DateTimeOffset.FromUnixTimeSeconds(seconds) - new DateTimeOffset(now)).Duration() <= Window
        && signature is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, time, body)), Encoding.UTF8.GetBytes(signature));
}
