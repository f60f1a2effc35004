using System.Globalization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>How a member is called on a page.</summary>
internal static class MemberNames
{
    public static string Display(string? lastName, string? firstName, string? otherwise, long id) =>
        string.Join(' ', new[] { lastName, firstName }.Where(part => part is not null)) is { Length: > 0 } name
            ? name
            : otherwise ?? string.Create(CultureInfo.InvariantCulture, $"№ {id}");
}
