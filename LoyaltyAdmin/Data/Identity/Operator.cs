using Microsoft.AspNetCore.Identity;

namespace LoyaltyAdmin.Data.Identity;

/// <summary>A person of the staff who signs in to the portal.</summary>
public sealed class Operator : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = "";

    /// <summary>Switched off by an administrator: cannot sign in, stays in the history.</summary>
    public bool Disabled { get; set; }
}
