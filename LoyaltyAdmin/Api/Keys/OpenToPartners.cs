namespace LoyaltyAdmin.Api.Keys;

/// <summary>Says that tills of partners may call: nothing is theirs that does not say so.</summary>
public sealed record OpenToPartners
{
    /// <summary>Whether an endpoint says so.</summary>
    public static bool Is(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<OpenToPartners>() is not null;
}

/// <summary>Opens calls to partners.</summary>
public static class OpeningToPartners
{
    public static TBuilder ForPartnersToo<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new OpenToPartners());
}
