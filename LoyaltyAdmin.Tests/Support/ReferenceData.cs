using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>Real purchases and the figures that were computed from them elsewhere; they are not part of the repository.</summary>
public static class ReferenceData
{
    /// <summary>Where they lie: <c>LOYALTYADMIN_DATA</c>, or <c>../shared/data</c> from the repository's root; null if they are not there.</summary>
    public static string? Folder { get; } =
        new[] { Environment.GetEnvironmentVariable("LOYALTYADMIN_DATA"), Path.Combine(Root(), "..", "shared", "data") }
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder ?? "", "kpi-reference.json")));

    public static string PathOf(params string[] parts) => Path.Combine([Folder!, .. parts]);

    public static JsonElement Figures(string set) =>
        JsonDocument.Parse(File.ReadAllText(PathOf("kpi-reference.json"))).RootElement.GetProperty(set);

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..");
}

/// <summary>A test on the reference data; skipped, with a word why, where they are missing.</summary>
public sealed class ReferenceDataFactAttribute : FactAttribute
{
    public ReferenceDataFactAttribute()
    {
        if (ReferenceData.Folder is null)
        {
            Skip = "The reference purchases are not here: set LOYALTYADMIN_DATA to their folder.";
        }
    }
}
