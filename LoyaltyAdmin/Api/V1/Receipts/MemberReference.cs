using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>
/// A member as a till names one: by exactly one of these names. A text in place of the object is an external id, a number
/// an id.
/// </summary>
[JsonConverter(typeof(Json))]
public sealed record MemberReference
{
    /// <summary>Our own number of the member.</summary>
    public long? Id { get; init; }

    /// <summary>The name that the shop's own systems give.</summary>
    public string? ExternalId { get; init; }

    public string? Card { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Reads a text, a number or an object.</summary>
    public sealed class Json : JsonConverter<MemberReference>
    {
        public override MemberReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    return new MemberReference { ExternalId = reader.GetString() };
                case JsonTokenType.Number when reader.TryGetInt64(out var id):
                    return new MemberReference { Id = id };
                case JsonTokenType.StartObject:
                    using (var names = JsonDocument.ParseValue(ref reader))
                    {
                        return ReadNames(names.RootElement);
                    }

                default:
                    throw new JsonException();
            }
        }

        public override void Write(Utf8JsonWriter writer, MemberReference value, JsonSerializerOptions options) =>
            throw new NotSupportedException("A reference is only read.");

        private static MemberReference ReadNames(JsonElement names) => new()
        {
            Id = Find(names, "id") is not { } id ? null : id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : throw new JsonException(),
            ExternalId = Text(names, "externalId"),
            Card = Text(names, "card"),
            Phone = Text(names, "phone"),
            Email = Text(names, "email"),
        };

        private static string? Text(JsonElement names, string name) =>
            Find(names, name) is not { } text ? null : text.ValueKind == JsonValueKind.String ? text.GetString() : throw new JsonException();

        private static JsonElement? Find(JsonElement names, string name) =>
            names.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
