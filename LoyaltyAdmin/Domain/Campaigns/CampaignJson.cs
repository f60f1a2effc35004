using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>How terms of campaigns and the policy of stacking are written as JSON: money in units, mechanics named in <c>kind</c>.</summary>
public static class CampaignJson
{
    private const string Kind = "kind";

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new MoneyInUnits() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic),
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    /// <summary>Terms as JSON; the same terms always give the same text.</summary>
    public static string Write(CampaignTerms terms) => JsonSerializer.Serialize(terms, Options);

    /// <summary>Terms of a text that <see cref="Write"/> made.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static CampaignTerms Read(string json) => JsonSerializer.Deserialize<CampaignTerms>(json, Options)!;

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(Condition))
        {
            type.PolymorphismOptions = Kinds(
            [
                new JsonDerivedType(typeof(AllOf), "all"),
                new JsonDerivedType(typeof(AnyOf), "any"),
                new JsonDerivedType(typeof(Not), "not"),
                .. ConditionCatalog.All.Select(m => new JsonDerivedType(m.Settings, m.Key)),
            ]);
        }
        else if (type.Type == typeof(Reward))
        {
            type.PolymorphismOptions = Kinds([.. RewardCatalog.All.Select(m => new JsonDerivedType(m.Settings, m.Key))]);
        }
    }

    private static JsonPolymorphismOptions Kinds(IReadOnlyList<JsonDerivedType> kinds)
    {
        var options = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = Kind };
        foreach (var kind in kinds)
        {
            options.DerivedTypes.Add(kind);
        }

        return options;
    }

    private sealed class MoneyInUnits : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Money.Of(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
    }
}
