using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoyaltyAdmin.Features.ApiGuide;

/// <summary>Reads the calls out of the description that the API gives of itself, so that the page never says anything else.</summary>
public sealed class ApiGuideReader([FromKeyedServices("v1")] IOpenApiDocumentProvider documents)
{
    private const int Deepest = 4;

    /// <summary>All calls in the order of the description.</summary>
    public async Task<IReadOnlyList<ApiCall>> ReadAsync(CancellationToken ct)
    {
        var document = await documents.GetOpenApiDocumentAsync(ct);
        return
        [
            .. from path in document.Paths
               from operation in path.Value.Operations ?? []
               select Read(path.Key, operation.Key.Method, operation.Value),
        ];
    }

    private static ApiCall Read(string path, string method, OpenApiOperation operation)
    {
        var answer = operation.Responses?.FirstOrDefault(r => r.Key.StartsWith('2')).Value;
        return new ApiCall
        {
            Method = method,
            Path = path,
            Group = operation.Tags?.FirstOrDefault()?.Name ?? "",
            Summary = operation.Summary ?? path,
            Description = operation.Description,
            Parameters = [.. (operation.Parameters ?? []).Select(p => new ApiField(p.Name ?? "", TypeOf(p.Schema), p.Required, p.Description))],
            Body = FieldsOf(operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema),
            Answer = FieldsOf(answer?.Content?.Values.FirstOrDefault()?.Schema),
            Statuses = [.. (operation.Responses ?? []).Select(r => r.Key).Order(StringComparer.Ordinal)],
        };
    }

    private static List<ApiField> FieldsOf(IOpenApiSchema? schema)
    {
        var fields = new List<ApiField>();
        if (schema is not null)
        {
            Collect(schema.Items ?? schema, schema.Items is null ? "" : "[].", 0, fields);
        }

        return fields;
    }

    private static void Collect(IOpenApiSchema schema, string prefix, int depth, List<ApiField> fields)
    {
        if (depth >= Deepest)
        {
            return;
        }

        foreach (var (name, property) in PropertiesOf(schema))
        {
            var place = $"{prefix}{name}";
            fields.Add(new ApiField(place, TypeOf(property), schema.Required?.Contains(name) == true, property.Description));
            var inner = property.Items ?? Given(property);
            if (property.AnyOf is not { Count: > 0 })
            {
                Collect(inner, property.Items is null ? $"{place}." : $"{place}[].", depth + 1, fields);
            }
        }
    }

    /// <summary>What may be null is described as a choice of nothing and the thing itself.</summary>
    private static IOpenApiSchema Given(IOpenApiSchema schema) =>
        schema.OneOf?.FirstOrDefault(s => s.Type != JsonSchemaType.Null) ?? schema;

    private static IEnumerable<KeyValuePair<string, IOpenApiSchema>> PropertiesOf(IOpenApiSchema schema) =>
        (Given(schema).Properties ?? new Dictionary<string, IOpenApiSchema>())
            .Concat(schema.AllOf?.SelectMany(PropertiesOf) ?? []);

    private static string TypeOf(IOpenApiSchema? schema)
    {
        if (schema is null)
        {
            return "";
        }

        var given = Given(schema);
        if (given.Enum is { Count: > 0 } values)
        {
            return string.Join(" · ", values.Where(v => v is not null).Select(v => v!.ToString()));
        }

        var type = given.Type & ~JsonSchemaType.Null;
        return type switch
        {
            null or 0 => "",
            JsonSchemaType.Array => "array",
            JsonSchemaType.Object => "object",
            JsonSchemaType.Boolean => "boolean",
            JsonSchemaType.String when given.Format is { } format => format,
            _ when type.Value.HasFlag(JsonSchemaType.Integer) => "integer",
            _ when type.Value.HasFlag(JsonSchemaType.Number) => "number",
            _ => "string",
        };
    }
}
