using System.Text.Json;

namespace LoyaltyAdmin.Security.Audit;

/// <summary>One property before and after, as text; null where there was or is nothing.</summary>
public sealed record AuditChange(string Property, string? Before, string? After)
{
    /// <summary>What differs between two JSON objects; properties of nested objects are named by their path.</summary>
    public static IReadOnlyList<AuditChange> Between(string? before, string? after)
    {
        var old = Flatten(before);
        var now = Flatten(after);
        return [.. old.Keys.Concat(now.Keys).Distinct()
            .Select(name => new AuditChange(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
            .Where(change => change.Before != change.After)];
    }

    private static Dictionary<string, string?> Flatten(string? json)
    {
        var values = new Dictionary<string, string?>();
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Flatten("", document.RootElement, values);
        }

        return values;
    }

    private static void Flatten(string path, JsonElement element, Dictionary<string, string?> values)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Flatten(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value, values);
            }
        }
        else
        {
            values[path] = element.ValueKind == JsonValueKind.Null ? null : element.ToString();
        }
    }
}
