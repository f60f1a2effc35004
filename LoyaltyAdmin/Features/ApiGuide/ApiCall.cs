namespace LoyaltyAdmin.Features.ApiGuide;

/// <summary>One call of the REST API, as people read it.</summary>
public sealed record ApiCall
{
    /// <summary>GET, POST and so on.</summary>
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Group { get; init; }

    public required string Summary { get; init; }

    public required string? Description { get; init; }

    /// <summary>Parts of the address and of the query.</summary>
    public required IReadOnlyList<ApiField> Parameters { get; init; }

    /// <summary>The body; empty where there is none.</summary>
    public required IReadOnlyList<ApiField> Body { get; init; }

    /// <summary>What is answered when all is well.</summary>
    public required IReadOnlyList<ApiField> Answer { get; init; }

    /// <summary>The statuses it can answer.</summary>
    public required IReadOnlyList<string> Statuses { get; init; }
}

/// <summary>A field of a call.</summary>
/// <param name="Name">With its place, such as <c>lines[].sku</c>.</param>
/// <param name="Type">In words of JSON.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Description">What it means; null where its name says it.</param>
public sealed record ApiField(string Name, string Type, bool Required, string? Description);
