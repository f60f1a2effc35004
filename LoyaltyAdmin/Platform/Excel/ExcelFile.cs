namespace LoyaltyAdmin.Platform.Excel;

/// <summary>What is true of every Excel file.</summary>
public static class ExcelFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Extension = ".xlsx";
}
