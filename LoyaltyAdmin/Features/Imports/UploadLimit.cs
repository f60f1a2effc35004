using System.Globalization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>How large a file to be imported may be: the setting <c>Api:MaximumImportBytes</c>, by the API and by the page alike.</summary>
public sealed class UploadLimit(IConfiguration configuration)
{
    public const string Setting = "Api:MaximumImportBytes";
    private const long Default = 2L << 30;

    public long Bytes { get; } = configuration.GetValue(Setting, Default);

    /// <summary>Key of the words for its size, and the number in them.</summary>
    public (string Key, string Number) Words => Bytes >= 1L << 30
        ? ("Gigabytes", (Bytes / (decimal)(1L << 30)).ToString("0.#", CultureInfo.CurrentCulture))
        : ("Megabytes", (Bytes / (decimal)(1L << 20)).ToString("0.#", CultureInfo.CurrentCulture));
}
