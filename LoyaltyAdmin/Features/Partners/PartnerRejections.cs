using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>The "no"s about partners.</summary>
internal static class PartnerRejections
{
    private const int LongestNote = 1_000;

    public static readonly Rejection Unknown = new("Partners.Unknown");

    /// <summary>A reason in the author's words is wanted, of three characters at least.</summary>
    public static Rejection? CheckNote(string? note) =>
        note?.Trim().Length is null or < 3 or > LongestNote ? new Rejection("Partners.NoteMissing", LongestNote) { Field = "note" } : null;
}
