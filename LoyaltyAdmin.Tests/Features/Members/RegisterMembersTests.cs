using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Members;

public sealed class RegisterMembersTests : MembersTest
{
    [Fact]
    public async Task Many_are_registered_with_accounts_and_cards_and_the_same_again_are_the_same()
    {
        MemberRegistration[] people = [Person("a", "+79161230001", "CARD1"), Person("b", "+79161230002", null)];

        var first = await RegisterAllAsync(people);
        var again = await RegisterAllAsync(people);

        Assert.All(first, r => Assert.False(r!.Replayed));
        Assert.Equal(first.Select(r => r!.MemberId), again.Select(r => r!.MemberId));
        Assert.All(again, r => Assert.True(r!.Replayed));
        await using var db = Database.CreateDbContext();
        Assert.Equal((2, 2, 1), (await db.Members.CountAsync(), await db.Accounts.CountAsync(), await db.Cards.CountAsync()));
    }

    [Fact]
    public async Task A_name_that_somebody_has_is_refused_and_stops_nobody_else()
    {
        await MemberAsync(externalId: "known", phone: "+79161230009", card: "CARD9");

        var results = await Use<RegisterMembers>().ExecuteAsync(Clerk,
        [
            Person("known", "+79161230003", null), Person("c", "+79161230009", null), Person("d", null, "CARD9"),
            Person("e", "12", null), Person("f", "+79161230004", null), Person("g", "+79161230004", null),
        ], default);

        Assert.Equal(
            ["Members.ExternalIdTaken", "Members.PhoneTaken", "Members.CardTaken", "Members.PhoneInvalid", null, "Members.PhoneTaken"],
            results.Select(r => r.Rejection?.Code));
    }

    private static MemberRegistration Person(string id, string? phone, string? card) => new()
    {
        Profile = new MemberProfile { ExternalId = id, Phone = phone },
        Card = card,
        JoinedAt = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc),
    };

    private async Task<List<RegisterMember.Registered?>> RegisterAllAsync(MemberRegistration[] people) =>
        [.. (await Use<RegisterMembers>().ExecuteAsync(Clerk, people, default)).Select(r => r.Accepted(out var registered, out _) ? registered : null)];
}
