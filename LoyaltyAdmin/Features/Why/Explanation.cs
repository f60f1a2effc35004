namespace LoyaltyAdmin.Features.Why;

/// <summary>Why something is as it is, in plain sentences in the order of cause and effect.</summary>
/// <param name="Title">What is explained.</param>
/// <param name="Sentences">The chain.</param>
public sealed record Explanation(string Title, IReadOnlyList<WhySentence> Sentences);

/// <summary>One link of the chain.</summary>
/// <param name="Text">In the current language.</param>
/// <param name="Href">The page of what it speaks of; null where there is none.</param>
public sealed record WhySentence(string Text, string? Href = null);
