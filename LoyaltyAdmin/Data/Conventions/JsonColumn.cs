using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>A value that is one JSON text: read whole, written whole and never searched.</summary>
public sealed class JsonColumn<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, ConditionsJson.Options),
    json => JsonSerializer.Deserialize<T>(json, ConditionsJson.Options)!)
    where T : class
{
    /// <summary>Values are equal when their text is.</summary>
    public static ValueComparer<T> Comparer { get; } = new(
        (a, b) => JsonSerializer.Serialize(a, ConditionsJson.Options) == JsonSerializer.Serialize(b, ConditionsJson.Options),
        value => JsonSerializer.Serialize(value, ConditionsJson.Options).GetHashCode(StringComparison.Ordinal),
        value => value);
}
