using System.Security.Cryptography;
using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Card numbers that nobody can guess: the middle comes from the system's cryptographic generator.</summary>
internal static class RandomCardNumber
{
    private const string Digits = "0123456789";

    /// <summary>A number of the series whose middle has so many digits.</summary>
    public static string Of(CardSeries series, int middle) => series.NumberOf(Middle(middle));

    /// <summary>So many digits at random.</summary>
    public static string Middle(int digits) => RandomNumberGenerator.GetString(Digits, digits);
}
