namespace LoyaltyAdmin.Platform.Csv;

/// <summary>Why a text is not the number that was wanted.</summary>
public enum NumberProblem
{
    None,
    NotANumber,
    TooManyDecimals,
    TooLarge,
}
