using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>Conditions are one JSON text: they are read whole, compared whole and never searched.</summary>
public sealed class ConditionsJson() : ValueConverter<ProgramConditions, string>(
    conditions => JsonSerializer.Serialize(conditions, Options),
    json => JsonSerializer.Deserialize<ProgramConditions>(json, Options)!)
{
    /// <summary>How settings are written as JSON.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new MoneyJson() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic),
    };

    /// <summary>Conditions are equal when their text is.</summary>
    public static ValueComparer<ProgramConditions> Comparer { get; } = new(
        (a, b) => JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options),
        conditions => JsonSerializer.Serialize(conditions, Options).GetHashCode(StringComparison.Ordinal),
        conditions => conditions);

    private sealed class MoneyJson : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Money.Of(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Amount);
    }
}
