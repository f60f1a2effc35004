using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace LoyaltyAdmin.Tests.Domain.Programs;

/// <summary>Looks for the words of codes in the features' texts.</summary>
internal static partial class Words
{
    public static IEnumerable<string> CodesOf(Type codes) => codes
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!);

    /// <summary>Both languages have the code, with different words and the same placeholders.</summary>
    public static void AssertBoth(Type texts, string code)
    {
        var resources = new ResourceManager(texts);
        var english = resources.GetResourceSet(CultureInfo.InvariantCulture, true, false)?.GetString(code);
        var russian = resources.GetResourceSet(CultureInfo.GetCultureInfo("ru"), true, false)?.GetString(code);

        Assert.False(string.IsNullOrWhiteSpace(english), $"{code} has no English words.");
        Assert.False(string.IsNullOrWhiteSpace(russian), $"{code} has no Russian words.");
        Assert.NotEqual(english, russian);
        Assert.Equal(Placeholders(english), Placeholders(russian));
    }

    private static SortedSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
