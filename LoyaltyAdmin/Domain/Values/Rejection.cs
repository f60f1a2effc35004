namespace LoyaltyAdmin.Domain.Values;

/// <summary>
/// A "no" as data. The code is <c>Feature.Reason</c>: the key of its words in the feature's texts and, unchanged, the
/// stable <c>code</c> of the REST API's errors. The arguments fill the placeholders of those words.
/// </summary>
public sealed record Rejection(string Code, params object[] Arguments)
{
    /// <summary>The input field that the "no" is about, as the caller names it; null when it is about the whole.</summary>
    public string? Field { get; init; }
}
