using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Api.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoyaltyAdmin.Api.Description;

/// <summary>The description of the API for programs: /openapi/v1.json.</summary>
public static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) ?? false;
        options.AddDocumentTransformer(Introduce);
        options.AddOperationTransformer(NameTheKey);
        options.AddSchemaTransformer(DescribeReadValues);
    });

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "LoyaltyAdmin",
            Version = "v1",
            Description = "Tills, shops and importers talk to the loyalty program here. Money and points are numbers with at most "
                + "two decimals; instants are ISO 8601, without an offset in the program's time zone. A write is idempotent by its "
                + "natural key: the same content again gives the same answer with the header Idempotent-Replay: true, other content "
                + "under the same key is 409. Errors are application/problem+json in the language of Accept-Language (en, ru).",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[ApiKeyAuthentication.SchemeName] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeyAuthentication.Header,
            Description = "A key made on the page “API keys”; it may do what its scopes permit.",
        };
        return Task.CompletedTask;
    }

    private static Task NameTheKey(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().LastOrDefault() is { } required)
        {
            operation.Security ??= [];
            operation.Security.Add(new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(ApiKeyAuthentication.SchemeName, context.Document)] = [],
            });
            operation.Description = $"{operation.Description} Scope: {required.Scope}.".Trim();
        }

        return Task.CompletedTask;
    }

    /// <summary>Values with a reader of their own, whose shape cannot be seen from their type.</summary>
    private static Task DescribeReadValues(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(ApiInstant))
        {
            schema.Type = JsonSchemaType.String;
            schema.Description = "ISO 8601; without an offset in the program's time zone.";
            schema.Examples = ["2026-03-07T14:05:00+03:00"];
        }
        else if (type == typeof(MemberReference))
        {
            var text = new OpenApiSchema { Type = JsonSchemaType.String };
            var number = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" };
            schema.Description = "By exactly one of these names; a text is an external id, a number an id.";
            schema.AnyOf =
            [
                text,
                number,
                new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["id"] = number, ["externalId"] = text, ["card"] = text, ["phone"] = text, ["email"] = text,
                    },
                },
            ];
        }

        return Task.CompletedTask;
    }
}
