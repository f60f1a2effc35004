namespace LoyaltyAdmin.Platform.Excel;

/// <summary>Words that every workbook has.</summary>
public sealed class ExcelText;
