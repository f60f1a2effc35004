using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>The secret text of a key: made at random, kept only as a hash.</summary>
public static class ApiKeySecret
{
    /// <summary>The fewest characters that a key chosen by hand must have.</summary>
    public const int MinimumLength = 20;

    private const string Mark = "la_";
    private const int RandomBytes = 32;
    private const int LongestPrefix = 8;

    public static string Generate() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>SHA-256 in hexadecimal. Keys are random and long, so a slow hash would add nothing.</summary>
    public static string HashOf(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>The first characters, to tell keys apart; never more than a quarter of the key.</summary>
    public static string PrefixOf(string secret) => secret[..Math.Min(LongestPrefix, secret.Length / 4)];
}
