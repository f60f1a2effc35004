namespace LoyaltyAdmin.Platform.Excel;

/// <summary>The writers of Excel files.</summary>
public static class ExcelRegistration
{
    public static IServiceCollection AddExcel(this IServiceCollection services) =>
        services.AddLocalization().AddSingleton<FormattedWorkbook>().AddSingleton<StreamedWorkbook>();
}
