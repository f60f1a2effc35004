namespace LoyaltyAdmin.Shell.Layout;

/// <summary>A component that a feature puts into the head of every page: the frame draws it without knowing the feature.</summary>
public sealed record HeaderPart(Type Component);
