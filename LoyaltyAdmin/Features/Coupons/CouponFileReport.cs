using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>A row of a file whose code is not taken, with the reason.</summary>
/// <param name="Row">Its number as a spreadsheet shows it.</param>
/// <param name="Text">The code as written.</param>
/// <param name="Reason">Why.</param>
public sealed record CouponFileError(int Row, string Text, Rejection Reason);

/// <summary>What a file of codes holds: those that are right, and the rows that are not, in the order of the file.</summary>
public sealed record CouponFileReport
{
    public required IReadOnlyList<string> Codes { get; init; }

    public required IReadOnlyList<CouponFileError> Errors { get; init; }

    /// <summary>Whether the codes are in the series now.</summary>
    public bool IsDone { get; init; }

    public int Rows => Codes.Count + Errors.Count;
}
