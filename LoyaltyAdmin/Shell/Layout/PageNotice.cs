namespace LoyaltyAdmin.Shell.Layout;

/// <summary>Something that stands above every page while it has something to say. Features register it; the frame knows none of them.</summary>
/// <param name="Component">The component that says it, or draws nothing.</param>
public sealed record PageNotice(Type Component);
