using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>Has a few of the invented members join a second time, as people do: under a mistyped name, phone or another address.</summary>
internal static class DemoDoubles
{
    private const int MembersPerDouble = 250;

    /// <summary>The same members, some of them being others once more. A small shop has none.</summary>
    public static List<DemoMember> Among(List<DemoMember> members)
    {
        for (var i = 0; i < members.Count / MembersPerDouble; i++)
        {
            var (first, second) = (members[(i * MembersPerDouble) + 20], members[(i * MembersPerDouble) + 200]);
            var (one, other) = Alike(i, first.Registration.Profile, second.Registration.Profile);
            members[(i * MembersPerDouble) + 20] = first with { Registration = first.Registration with { Profile = one } };
            members[(i * MembersPerDouble) + 200] = second with { Registration = second.Registration with { Profile = other } };
        }

        return members;
    }

    private static (MemberProfile One, MemberProfile Other) Alike(int number, MemberProfile one, MemberProfile other)
    {
        var born = one.BirthDate ?? other.BirthDate ?? new DateOnly(1985, 3, 8).AddDays(number * 100);
        one = one with { BirthDate = born };
        other = other with { FirstName = one.FirstName, LastName = one.LastName, BirthDate = born };
        return (number % 4) switch
        {
            0 => (one, other with { FirstName = one.LastName, LastName = one.FirstName }),
            1 => (one, other with { LastName = Mistyped(one.LastName) }),
            2 => (one with { Email = $"twice.{number}@example.com" }, other with { Email = $"twice.{number}+shop@example.com", BirthDate = null }),
            _ => (one, other with { Phone = null }),
        };
    }

    /// <summary>Two letters in each other's place.</summary>
    private static string? Mistyped(string? name) =>
        name is { Length: > 4 } ? $"{name[..2]}{name[3]}{name[2]}{name[4..]}" : name;
}
