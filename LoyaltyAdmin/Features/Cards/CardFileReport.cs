using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>A row whose number is not taken, with the reason.</summary>
/// <param name="Row">Its number as a spreadsheet shows it.</param>
/// <param name="Text">The number as written.</param>
/// <param name="Reason">Why.</param>
public sealed record CardFileError(int Row, string Text, Rejection Reason);

/// <summary>What a file of cards holds: the numbers that are right, and the rows that are not, in the order of the file.</summary>
public sealed record CardFileReport
{
    public required IReadOnlyList<string> Numbers { get; init; }

    public required IReadOnlyList<CardFileError> Errors { get; init; }

    /// <summary>The series that was made of the numbers; null for a check.</summary>
    public long? SeriesId { get; init; }

    public int Rows => Numbers.Count + Errors.Count;
}
