using LoyaltyAdmin.Domain.Members.Duplicates;

namespace LoyaltyAdmin.Tests.Domain.Members.Duplicates;

public sealed class DuplicateRuleTests
{
    private static readonly MemberIdentity Anna = new()
    {
        FirstName = "Анна",
        LastName = "Семёнова",
        BirthDate = new DateOnly(1990, 4, 7),
        Phone = "+79161234567",
        Email = "anna.s@gmail.com",
    };

    [Fact]
    public void R16_name_and_birth_date_are_most_likely_one_person() =>
        AssertMatch(new MemberIdentity { FirstName = "АННА", LastName = "Семенова", BirthDate = Anna.BirthDate }, MatchReasons.SameName | MatchReasons.SameBirthDate, likely: true);

    [Fact]
    public void R16_another_alphabet_is_the_same_name() =>
        AssertMatch(
            new MemberIdentity { FirstName = "Anna", LastName = "Semyonova", BirthDate = Anna.BirthDate }, MatchReasons.SameNameSpelt | MatchReasons.SameBirthDate, likely: true);

    [Fact]
    public void R16_first_and_last_name_may_stand_in_each_others_place() =>
        AssertMatch(
            new MemberIdentity { FirstName = "Семенова", LastName = "Анна", BirthDate = Anna.BirthDate }, MatchReasons.SwappedName | MatchReasons.SameBirthDate, likely: true);

    [Fact]
    public void R16_a_mistyped_name_with_the_birth_date_is_worth_a_look() =>
        AssertMatch(
            new MemberIdentity { FirstName = "Анна", LastName = "Смёнова", BirthDate = Anna.BirthDate }, MatchReasons.SimilarName | MatchReasons.SameBirthDate, likely: false);

    [Fact]
    public void R16_a_mistyped_phone_with_the_name_is_worth_a_look() =>
        AssertMatch(new MemberIdentity { FirstName = "Анна", LastName = "Семёнова", Phone = "+79161234576" }, MatchReasons.SameName | MatchReasons.NearPhone, likely: false);

    [Fact]
    public void R16_a_phone_that_stands_as_external_id_is_the_same_phone() =>
        AssertMatch(new MemberIdentity { ExternalId = "8 (916) 123-45-67" }, MatchReasons.SamePhone, likely: false);

    [Theory]
    [InlineData("annas@gmail.com")]
    [InlineData("ann.as+shop@googlemail.com")]
    public void R16_addresses_of_one_mailbox_are_one(string address) =>
        AssertMatch(new MemberIdentity { Email = address }, MatchReasons.SameMailbox, likely: false);

    [Fact]
    public void Dots_matter_where_the_provider_says_so() =>
        Assert.NotEqual(MemberTraits.MailboxOf("a.b@example.com"), MemberTraits.MailboxOf("ab@example.com"));

    [Fact]
    public void A_name_alone_is_no_duplicate() =>
        Assert.True(DuplicateRule.Compare(Anna, new MemberIdentity { FirstName = "Анна", LastName = "Семёнова" }).Score < DuplicateRule.WorthALook);

    [Fact]
    public void R16_two_people_of_one_family_share_a_mailbox_and_are_two()
    {
        var husband = new MemberIdentity { FirstName = "Пётр", LastName = "Громов", BirthDate = new DateOnly(1988, 1, 2), Email = Anna.Email };

        var match = DuplicateRule.Compare(Anna, husband);

        Assert.Equal(MatchReasons.SameMailbox | MatchReasons.OtherBirthDate | MatchReasons.OtherName, match.Reasons);
        Assert.True(match.Score < DuplicateRule.WorthALook);
    }

    [Fact]
    public void Whoever_is_brought_together_shares_a_trait()
    {
        MemberIdentity[] alike =
        [
            new() { FirstName = "Anna", LastName = "Semyonova", BirthDate = Anna.BirthDate },
            new() { FirstName = "Семенова", LastName = "Анна", BirthDate = Anna.BirthDate },
            new() { FirstName = "Анна", LastName = "Смёнова", BirthDate = Anna.BirthDate },
            new() { FirstName = "Анна", LastName = "Семёнова", Phone = "+79161234576" },
            new() { ExternalId = "89161234567" },
            new() { Email = "anna.s+x@gmail.com" },
        ];

        Assert.All(alike, other => Assert.NotEmpty(MemberTraits.Of(Anna).Intersect(MemberTraits.Of(other))));
    }

    private static void AssertMatch(MemberIdentity other, MatchReasons reasons, bool likely)
    {
        var (there, back) = (DuplicateRule.Compare(Anna, other), DuplicateRule.Compare(other, Anna));
        Assert.Equal(there, back);
        Assert.Equal(reasons, there.Reasons);
        Assert.InRange(there.Score, likely ? DuplicateRule.MostLikely : DuplicateRule.WorthALook, likely ? 100 : DuplicateRule.MostLikely - 1);
    }
}
