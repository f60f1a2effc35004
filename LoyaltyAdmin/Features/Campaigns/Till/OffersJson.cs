using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Campaigns.Till;

/// <summary>How a receipt keeps what campaigns did on it: compact JSON in minor units.</summary>
public static class OffersJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic),
        Converters =
        {
            new Minor<Money>(m => m.Minor, v => new Money(v)),
            new Minor<Points>(p => p.Value, v => new Points(v)),
        },
    };

    /// <summary>Null for nothing.</summary>
    public static string? Write(IReadOnlyList<OfferDecision> offers) => offers.Count == 0 ? null : JsonSerializer.Serialize(offers, Options);

    /// <summary>What <see cref="Write"/> kept.</summary>
    public static IReadOnlyList<OfferDecision> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<OfferDecision>>(json, Options)!;

    private sealed class Minor<T>(Func<T, long> write, Func<long, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(write(value));
    }
}
