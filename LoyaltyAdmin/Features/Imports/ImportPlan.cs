using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>How a file is read: which column is which field, and what a person knows better than what is found out.</summary>
public sealed record ImportPlan
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Column of the file → field.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Field → the value of all rows, where no column gives it.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the columns above are all that is read; else others are known by their names.</summary>
    public bool Exact { get; init; }

    /// <summary>Which comes first in days such as 03/04/2026.</summary>
    public DayOrder DayOrder { get; init; }

    public string? Encoding { get; init; }

    public char? Delimiter { get; init; }

    public string? Sheet { get; init; }

    [JsonIgnore]
    public TableOptions Table => new(Encoding, Delimiter, Sheet);

    /// <summary>What was sent: a plan, or only the columns with their fields; one that asks for nothing where nothing was sent.</summary>
    public static Result<ImportPlan> Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new ImportPlan();
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var isPlan = document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("columns", out var columns) && columns.ValueKind == JsonValueKind.Object;
            var plan = isPlan
                ? JsonSerializer.Deserialize<ImportPlan>(json, Options)
                : new ImportPlan { Columns = JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [] };
            return plan?.Encoding is { } encoding && !TextEncodings.Choices.Contains(encoding)
                ? new Rejection("Imports.BadMapping") { Field = "mapping" }
                : plan!;
        }
        catch (JsonException)
        {
            return new Rejection("Imports.BadMapping") { Field = "mapping" };
        }
    }

    /// <summary>To be kept; null where there is nothing to keep.</summary>
    public string? Write() => this is { Columns.Count: 0, Constants.Count: 0, Exact: false, DayOrder: DayOrder.Unknown, Encoding: null, Delimiter: null, Sheet: null }
        ? null
        : JsonSerializer.Serialize(this, Options);

    /// <summary>The columns of a file by this plan.</summary>
    public Result<ColumnMap> Match(ImportKind kind, IReadOnlyList<string> columns) => ColumnMap.Match(kind, columns, Columns, Constants, Exact);
}
