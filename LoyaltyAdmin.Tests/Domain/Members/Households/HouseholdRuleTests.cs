using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Households;

namespace LoyaltyAdmin.Tests.Domain.Members.Households;

public sealed class HouseholdRuleTests
{
    [Fact]
    public void Only_who_is_known_active_and_free_comes_in()
    {
        Assert.Null(HouseholdRule.Refuse(Member(m => m.FirstName = "Anna"), null, isDemo: false));
        Assert.Null(HouseholdRule.Refuse(Member(m => m.Phone = "+79161234567"), null, isDemo: false));
        Assert.Null(HouseholdRule.Refuse(Member(m => m.HouseholdId = 3), 3, isDemo: false));
        Assert.Equal("Households.NotIdentified", HouseholdRule.Refuse(Member(), null, isDemo: false)?.Code);
        Assert.Equal("Households.InAnotherConflict", HouseholdRule.Refuse(Member(m => m.HouseholdId = 4), 3, isDemo: false)?.Code);
        Assert.Equal("Households.MemberBlocked", HouseholdRule.Refuse(Member(m => m.Status = MemberStatus.Blocked), 3, isDemo: false)?.Code);
        Assert.Equal("Members.Merged", HouseholdRule.Refuse(Member(m => m.MergedIntoId = 9), 3, isDemo: false)?.Code);
        Assert.Equal("Households.DemoAndReal", HouseholdRule.Refuse(Member(m => m.FirstName = "Anna"), 3, isDemo: true)?.Code);
    }

    [Theory]
    [InlineData(6, 6, null)]
    [InlineData(7, 6, "Households.Full")]
    [InlineData(2, 0, "Households.Off")]
    public void The_conditions_say_how_many(int size, int limit, string? refused) => Assert.Equal(refused, HouseholdRule.Refuse(size, limit)?.Code);

    [Fact]
    public void Once_the_head_is_gone_who_has_been_in_the_program_longest_stands_for_it()
    {
        Member[] members = [Member(id: 5, year: 2024), Member(id: 7, year: 2022), Member(id: 9, year: 2022)];

        Assert.Equal((9, 7), (HouseholdRule.HeadOf(9, members), HouseholdRule.HeadOf(2, members)));
    }

    private static Member Member(Action<Member>? change = null, long id = 1, int year = 2025)
    {
        var member = new Member { Id = id, JoinedAt = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc), JoinedOn = new DateOnly(year, 1, 1) };
        change?.Invoke(member);
        return member;
    }
}
