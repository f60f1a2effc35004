using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace LoyaltyAdmin.Tests.Architecture;

public sealed class TextsTests
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var gaps = from name in Resources
                   let english = Read(name, CultureInfo.InvariantCulture)
                   let russian = Read(name, Russian)
                   from key in english.Keys.Except(russian.Keys).Select(key => $"{name}: {key} lacks Russian")
                       .Concat(russian.Keys.Except(english.Keys).Select(key => $"{name}: {key} lacks English"))
                   select key;

        Assert.Empty(gaps);
    }

    [Fact]
    public void Both_languages_name_the_same_values()
    {
        var differences = from name in Resources
                          let russian = Read(name, Russian)
                          from text in Read(name, CultureInfo.InvariantCulture)
                          where russian.TryGetValue(text.Key, out var other) && !Holes(text.Value).SetEquals(Holes(other))
                          select $"{name}: {text.Key}";

        Assert.Empty(differences);
    }

    [Fact]
    public void There_are_texts_to_compare() => Assert.NotEmpty(Resources);

    private static IEnumerable<string> Resources => typeof(Program).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
        .Select(name => name[..^".resources".Length]);

    private static Dictionary<string, string> Read(string name, CultureInfo culture) =>
        new ResourceManager(name, typeof(Program).Assembly).GetResourceSet(culture, true, false) is { } set
            ? set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? "")
            : [];

    private static HashSet<string> Holes(string text) => [.. Regex.Matches(text, @"\{(\d+)").Select(match => match.Groups[1].Value)];
}
