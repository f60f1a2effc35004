using LoyaltyAdmin.Domain.Partners;

namespace LoyaltyAdmin.Security;

/// <summary>Who acts: an operator, an API key or a job, with what it may do. Handed to every use case.</summary>
public sealed record Actor(string Name, IReadOnlySet<Permission> Permissions)
{
    private static readonly HashSet<Permission> Everything = [.. Enum.GetValues<Permission>()];

    /// <summary>The program itself, doing what the clock or the start asks for.</summary>
    public static Actor System(string what) => new($"system:{what}", Everything);

    /// <summary>Whose till acts, where it is a partner's: it sees and moves only what is its own.</summary>
    public PartnerTill? Partner { get; init; }

    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Lets through whoever has the permission.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor lacks it.</exception>
    public void Demand(Permission permission)
    {
        if (!May(permission))
        {
            throw new UnauthorizedAccessException($"{Name} lacks {permission}.");
        }
    }
}
