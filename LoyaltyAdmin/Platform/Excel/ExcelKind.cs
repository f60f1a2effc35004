namespace LoyaltyAdmin.Platform.Excel;

/// <summary>What a column holds, and so how its cells are typed and shown.</summary>
public enum ExcelKind
{
    /// <summary>Text, and all that only looks like a number: phones, cards, barcodes, keys.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with the column's decimals.</summary>
    Number,

    /// <summary>Two decimals. A <c>decimal</c> is in units of currency, a <c>long</c> in hundredths.</summary>
    Money,

    /// <summary>The column's decimals. A <c>decimal</c> is in points, a <c>long</c> in the smallest part of a point.</summary>
    Points,

    /// <summary>A share: 0.25 is shown as 25.0%.</summary>
    Percent,

    /// <summary>A <see cref="DateOnly"/>, shown as the reader's own Excel shows days.</summary>
    Date,

    /// <summary>A <see cref="DateTime"/> in UTC, written in the time zone of the description.</summary>
    Instant,

    /// <summary>True or false.</summary>
    Boolean,
}
