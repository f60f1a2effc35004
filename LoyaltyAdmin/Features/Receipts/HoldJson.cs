using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>How a hold keeps the purchase and what was decided on it: JSON in minor units.</summary>
public static class HoldJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new Minor<Money>(m => m.Minor, v => new Money(v)),
            new Minor<Points>(p => p.Value, v => new Points(v)),
            new Minor<Quantity>(q => q.Thousandths, v => new Quantity(v)),
        },
    };

    /// <summary>What was decided, and what the member could spend right after it.</summary>
    public sealed record Held(ReceiptDecision Decision, Points Balance);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The purchase of a hold.</summary>
    public static ReceiptDraft Draft(string payload) => JsonSerializer.Deserialize<ReceiptDraft>(payload, Options)!;

    /// <summary>What was decided when a hold was placed.</summary>
    public static Held Decision(string decision) => JsonSerializer.Deserialize<Held>(decision, Options)!;

    private sealed class Minor<T>(Func<T, long> write, Func<long, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(write(value));
    }
}
