using LoyaltyAdmin.Domain.Members.Duplicates;

namespace LoyaltyAdmin.Tests.Domain.Members.Duplicates;

public sealed class MergeRuleTests
{
    private static readonly MergedValues Stays = new()
    {
        FirstName = "Анна",
        LastName = "Семёнова",
        Phone = "+79161234567",
        JoinedAt = new DateTime(2025, 5, 1),
        JoinedOn = new DateOnly(2025, 5, 1),
        AgreedToOffers = true,
    };

    private static readonly MergedValues Goes = new()
    {
        FirstName = "А.",
        Phone = "+79160000001",
        Email = "a@example.com",
        BirthDate = new DateOnly(1990, 4, 7),
        JoinedAt = new DateTime(2024, 1, 1),
        JoinedOn = new DateOnly(2024, 1, 1),
    };

    [Fact]
    public void R16_the_survivor_takes_what_it_lacks_and_what_was_chosen()
    {
        var (survivor, other) = MergeRule.Merge(Stays, Goes, new HashSet<MergeField> { MergeField.Phone, MergeField.Joined });

        Assert.Equal(Stays with { Phone = Goes.Phone, Email = Goes.Email, BirthDate = Goes.BirthDate, JoinedAt = Goes.JoinedAt, JoinedOn = Goes.JoinedOn }, survivor);
        Assert.Equal(Goes with { Phone = Stays.Phone, Email = null }, other);
    }

    [Fact]
    public void R16_suggested_are_what_is_lacking_the_longer_the_earlier_and_the_stricter()
    {
        Assert.Equal(
            [MergeField.BirthDate, MergeField.Email, MergeField.Joined, MergeField.AgreedToOffers],
            MergeRule.Suggest(Stays, Goes, otherIsNewer: false).Order());
        Assert.Contains(MergeField.Phone, MergeRule.Suggest(Stays, Goes, otherIsNewer: true));
    }

    [Fact]
    public void R16_a_name_is_suggested_whole()
    {
        var swapped = Goes with { FirstName = "Семёнова", LastName = "Анна" };
        var longer = Goes with { FirstName = "Ян", LastName = "Семёнова-Громова" };

        Assert.DoesNotContain(MergeField.LastName, MergeRule.Suggest(Stays, swapped, otherIsNewer: true));
        Assert.DoesNotContain(MergeField.FirstName, MergeRule.Suggest(Stays, swapped, otherIsNewer: true));
        Assert.Superset(new HashSet<MergeField> { MergeField.FirstName, MergeField.LastName }, MergeRule.Suggest(Stays, longer, otherIsNewer: true).ToHashSet());
    }

    [Fact]
    public void Only_fields_that_differ_are_asked_about() =>
        Assert.Equal([MergeField.FirstName, MergeField.Phone, MergeField.Joined, MergeField.AgreedToOffers], MergeRule.Open(Stays, Goes));

    [Fact]
    public void R16_parting_restores_the_survivor_save_what_people_changed_since()
    {
        var (after, _) = MergeRule.Merge(Stays, Goes, MergeRule.Suggest(Stays, Goes, otherIsNewer: true));

        Assert.Equal(Stays, MergeRule.Restore(after, Stays, after));
        Assert.Equal(Stays with { LastName = "Громова" }, MergeRule.Restore(after with { LastName = "Громова" }, Stays, after));
    }
}
