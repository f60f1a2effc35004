namespace LoyaltyAdmin.Platform.Csv;

/// <summary>Why a file is no table that can be read.</summary>
public enum TableProblem
{
    /// <summary>Cut short or spoilt.</summary>
    Damaged,

    Empty,

    /// <summary>Neither text nor a workbook: a picture, a PDF, a program.</summary>
    NotATable,

    /// <summary>A document of another program in an archive like a workbook's: a letter, a presentation.</summary>
    NotAWorkbook,

    /// <summary>Protected by a password.</summary>
    Encrypted,

    /// <summary>Would unpack to far more than a table ever holds.</summary>
    Swollen,

    TooManyColumns,

    LineTooLong,

    /// <summary>The workbook has no sheet of the name that was asked for.</summary>
    NoSheet,
}
