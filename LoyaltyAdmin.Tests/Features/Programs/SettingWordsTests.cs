using System.Globalization;
using System.Resources;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;

namespace LoyaltyAdmin.Tests.Features.Programs;

/// <summary>A setting that is added to the conditions needs its words, or the difference between versions would show its code name.</summary>
public class SettingWordsTests
{
    public static TheoryData<string> Keys => [.. Settings(typeof(ProgramConditions), "").Distinct()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_setting_and_each_choice_has_its_words(string key)
    {
        var resources = new ResourceManager(typeof(ProgramsText));

        Assert.NotNull(resources.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.GetString(key));
        Assert.NotNull(resources.GetResourceSet(CultureInfo.GetCultureInfo("ru"), true, false)!.GetString(key));
    }

    private static IEnumerable<string> Settings(Type type, string path)
    {
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            var name = path + property.Name;
            var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (value.IsClass && value.Namespace == typeof(ProgramConditions).Namespace)
            {
                if (path.Length == 0)
                {
                    yield return "Section." + name;
                }

                foreach (var inner in Settings(value, name + "."))
                {
                    yield return inner;
                }

                continue;
            }

            yield return "Setting." + name;
            foreach (var choice in value.IsEnum ? Enum.GetNames(value) : [])
            {
                yield return $"Choice.{value.Name}.{choice}";
            }
        }
    }
}
