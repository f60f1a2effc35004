namespace LoyaltyAdmin.Security.FirstStart;

/// <summary>A person to try the portal as.</summary>
public sealed record DemoUser(string Email, string DisplayName, string Role);

/// <summary>The people whom a development installation shows on its sign-in page; never there in production.</summary>
public sealed class DemoUsers(IHostEnvironment environment, IConfiguration configuration)
{
    public const string Password = "loyalty-demo";

    private static readonly DemoUser[] People =
    [
        new("admin@demo.local", "Anna Petrova", Roles.Administrator),
        new("marketer@demo.local", "Maria Sokolova", Roles.Marketer),
        new("manager@demo.local", "Mikhail Orlov", Roles.Manager),
        new("operator@demo.local", "Olga Belova", Roles.Operator),
    ];

    /// <summary>Whether this is a development installation that has not switched them off by <c>Demo:Enabled</c>.</summary>
    public bool Enabled { get; } = environment.IsDevelopment() && configuration.GetValue("Demo:Enabled", true);

    public IReadOnlyList<DemoUser> All => Enabled ? People : [];
}
