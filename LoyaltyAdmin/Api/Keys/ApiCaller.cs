using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Api.Keys;

/// <summary>Who calls: a handler takes it as a parameter and hands its actor to the use case.</summary>
public sealed record ApiCaller(int KeyId, Actor Actor, bool Unlimited)
{
    /// <summary>The caller whom the key of this request made known.</summary>
    /// <exception cref="InvalidOperationException">The endpoint lies outside the API's group, so nobody asked for a key.</exception>
    public static ValueTask<ApiCaller?> BindAsync(HttpContext http) =>
        ValueTask.FromResult<ApiCaller?>(http.Features.Get<ApiCaller>()
            ?? throw new InvalidOperationException($"{http.Request.Path} asks for no key."));
}
