namespace LoyaltyAdmin.Domain.Imports;

/// <summary>What the cells of a column look like.</summary>
public enum ColumnContent
{
    Empty,
    Text,
    Whole,
    Fraction,
    Day,

    /// <summary>A day with a time.</summary>
    Instant,

    Time,
    Phone,
    Email,
    YesNo,
}
