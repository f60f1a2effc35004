namespace LoyaltyAdmin.Features.Imports;

/// <summary>How large a file to be imported may be: the setting <c>Api:MaximumImportBytes</c>, by the API and by the page alike.</summary>
public sealed class UploadLimit(IConfiguration configuration)
{
    public const string Setting = "Api:MaximumImportBytes";
    private const long Default = 2L << 30;

    public long Bytes { get; } = configuration.GetValue(Setting, Default);

    /// <summary>As people say it.</summary>
    public string Text => Bytes >= 1L << 30
        ? (Bytes / (decimal)(1L << 30)).ToString("0.#", System.Globalization.CultureInfo.CurrentCulture) + " GB"
        : (Bytes / (decimal)(1L << 20)).ToString("0.#", System.Globalization.CultureInfo.CurrentCulture) + " MB";
}
