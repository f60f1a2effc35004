using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using LoyaltyAdmin.Domain.Receipts;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>How the reasons of a receipt are kept: compact JSON of codes and invariant arguments.</summary>
public static class ReasonsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic),
    };

    public static string? Write(IReadOnlyList<Reason> reasons) =>
        reasons.Count == 0 ? null : JsonSerializer.Serialize(reasons, Options);

    public static IReadOnlyList<Reason> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<Reason>>(json, Options)!;
}
