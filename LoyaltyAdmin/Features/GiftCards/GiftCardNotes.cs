using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>How a receipt or a return keeps what it did to gift cards: JSON, amounts in hundredths.</summary>
public static class GiftCardNotes
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new Hundredths() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Null for nothing.</summary>
    public static string? Write(IReadOnlyCollection<GiftCardNote> notes) => notes.Count == 0 ? null : JsonSerializer.Serialize(notes, Options);

    public static IReadOnlyList<GiftCardNote> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<GiftCardNote>>(json, Options)!;

    private sealed class Hundredths : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Minor);
    }
}
