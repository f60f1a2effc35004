using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>What the numbers of a series look like: 2990•••••••••••✓, the bullets for what differs, the mark for a check digit.</summary>
internal static class SeriesLook
{
    public static string Of(CardSeries series) => Of(series.Prefix, series.Length, series.HasCheckDigit);

    public static string Of(string prefix, int length, bool hasCheckDigit) =>
        length <= prefix.Length
            ? $"{prefix}…"
            : CardNumber.Grouped(prefix + new string('•', length - prefix.Length - (hasCheckDigit ? 1 : 0)) + (hasCheckDigit ? "✓" : ""));
}
