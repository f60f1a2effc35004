namespace LoyaltyAdmin.Shell;

/// <summary>Texts of the frame and of the shared components.</summary>
public sealed class ShellText;
