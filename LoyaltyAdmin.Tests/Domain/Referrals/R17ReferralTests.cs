using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Referrals;

/// <summary>R17: a referral pays after the friend's first paid purchase passes the return period; blocks and caps.</summary>
public sealed class R17ReferralTests
{
    private const int Wait = 14;
    private static readonly DateOnly Joined = new(2026, 3, 1);
    private static readonly ReferralConditions Terms = new() { Enabled = true, MinimumPurchase = Money.Of(1000) };

    [Fact]
    public void Without_a_purchase_a_friend_has_joined_until_the_time_is_over()
    {
        Assert.Equal(ReferralState.Joined, Judge(Joined.AddDays(90)).State);
        Assert.Equal((ReferralState.Refused, ReferralRefusal.TooLate), Of(Judge(Joined.AddDays(91))));
    }

    [Fact]
    public void A_purchase_waits_for_the_time_of_returns_and_then_rewards()
    {
        var bought = Bought(1, day: 2, paid: 1500);

        Assert.Equal(ReferralState.Waiting, Judge(Joined.AddDays(15), bought).State);
        var due = Judge(Joined.AddDays(16), bought);
        Assert.Equal((ReferralState.Rewarded, Joined.AddDays(16), 1L), (due.State, due.DueOn, due.Purchase!.ReceiptId));
    }

    [Fact]
    public void Less_than_the_minimum_and_then_enough_counts_from_the_second()
    {
        var step = Judge(Joined.AddDays(20), Bought(1, day: 1, paid: 999.99m), Bought(2, day: 5, paid: 1000));

        Assert.Equal((ReferralState.Rewarded, 2L, Joined.AddDays(19)), (step.State, step.Purchase!.ReceiptId, step.DueOn));
    }

    [Fact]
    public void What_was_returned_in_the_return_period_is_no_purchase()
    {
        var returned = Bought(1, day: 1, paid: 1500, refunded: 1500);

        Assert.Equal(ReferralState.Joined, Judge(Joined.AddDays(20), returned).State);
        Assert.Equal((ReferralState.Refused, ReferralRefusal.Returned), Of(Judge(Joined.AddDays(91), returned)));
        Assert.Equal(2, Judge(Joined.AddDays(20), returned, Bought(2, day: 3, paid: 1000)).Purchase!.ReceiptId);
    }

    [Theory]
    [InlineData(500, ReferralState.Rewarded)]
    [InlineData(500.01, ReferralState.Joined)]
    public void A_part_that_came_back_leaves_what_is_kept(double refunded, ReferralState state) =>
        Assert.Equal(state, Judge(Joined.AddDays(20), Bought(1, day: 1, paid: 1500, refunded: (decimal)refunded)).State);

    [Fact]
    public void A_purchase_after_the_time_does_not_count() =>
        Assert.Equal((ReferralState.Refused, ReferralRefusal.TooLate), Of(Judge(Joined.AddDays(95), Bought(1, day: 91, paid: 5000))));

    [Fact]
    public void Nothing_paid_is_no_purchase_even_where_any_counts() =>
        Assert.Equal(ReferralState.Joined, Judge(Joined.AddDays(50), Facts(Bought(1, day: 1, paid: 0)), Terms with { MinimumPurchase = Money.Zero }).State);

    [Fact]
    public void Who_had_bought_before_or_is_the_same_person_or_came_by_another_code_is_refused_at_once()
    {
        var bought = Facts(Bought(1, day: 1, paid: 1500));

        Assert.Equal(ReferralRefusal.AlreadyBuyer, Judge(Joined, bought with { BoughtBefore = true }, Terms).Refusal);
        Assert.Equal(ReferralRefusal.OwnCode, Judge(Joined, bought with { IsSamePerson = true }, Terms).Refusal);
        Assert.Equal(ReferralRefusal.AlreadyReferred, Judge(Joined, bought with { ReferredBefore = true }, Terms).Refusal);
    }

    [Fact]
    public void What_both_have_in_common_refuses_the_reward_when_it_is_due()
    {
        var facts = Facts(Bought(1, day: 1, paid: 1500)) with { Shared = ReferralRefusal.SamePhone };

        Assert.Equal(ReferralState.Waiting, Judge(Joined.AddDays(5), facts, Terms).State);
        Assert.Equal((ReferralState.Refused, ReferralRefusal.SamePhone), Of(Judge(Joined.AddDays(15), facts, Terms)));
    }

    [Theory]
    [InlineData(9, 9, 300, 300, null)]
    [InlineData(10, 10, 0, 300, ReferralRefusal.MonthCap)]
    [InlineData(0, 50, 0, 300, ReferralRefusal.TotalCap)]
    public void Beyond_a_cap_only_the_friend_gets_points(int month, int all, int referrer, int friend, ReferralRefusal? refusal) =>
        Assert.Equal((referrer, friend, refusal), ReferralCourse.Share(Terms with { CapInAll = 50 }, month, all));

    [Fact]
    public void The_wait_is_that_of_points_unless_the_terms_have_their_own()
    {
        var afterDays = new ActivationConditions { Mode = ActivationMode.AfterDays, Days = 30 };

        Assert.Equal(30, Terms.WaitDays(afterDays));
        Assert.Equal(14, Terms.WaitDays(new ActivationConditions()));
        Assert.Equal(7, (Terms with { DaysToWait = 7 }).WaitDays(afterDays));
    }

    [Fact]
    public void Traits_are_compared_only_where_the_terms_say_so()
    {
        var one = Person("+79160000001", "anna+shop@gmail.com", (MemberMarkKind.Device, "d"));
        var other = Person("+79160000001", "an.na@gmail.com", (MemberMarkKind.Device, "d"));

        Assert.Equal(ReferralRefusal.SamePhone, SharedTraits.Find(Terms, one, other));
        Assert.Equal(ReferralRefusal.SameEmail, SharedTraits.Find(Terms with { BlockSamePhone = false }, one, other));
        Assert.Equal(ReferralRefusal.SameDevice, SharedTraits.Find(Terms with { BlockSamePhone = false, BlockSameEmail = false }, one, other));
        Assert.Null(SharedTraits.Find(Terms with { BlockSamePhone = false, BlockSameEmail = false, BlockSameDevice = false }, one, other));
        Assert.Null(SharedTraits.Find(Terms, one, Person("+79160000002", "maria@gmail.com", (MemberMarkKind.Address, "d"))));
    }

    [Theory]
    [InlineData("h7km 94tp", "H7KM94TP")]
    [InlineData("Н7КМ-94ТР", "H7KM94TP")]
    [InlineData("H7KM94T", null)]
    [InlineData("H7KM94TO", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, ReferralCodeRule.Normalise(typed));

    [Fact]
    public void A_made_code_reads_back_and_has_no_look_alikes()
    {
        var random = new Random(17);
        for (var i = 0; i < 1000; i++)
        {
            var code = ReferralCodeRule.Make(random.Next);
            Assert.Equal(code, ReferralCodeRule.Normalise(ReferralCodeRule.Show(code)));
            Assert.DoesNotContain(code, sign => "01OILQ5S8BZGUAE".Contains(sign, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("an.na+x@gmail.com", "anna@gmail.com")]
    [InlineData("ivan.petrov@ya.ru", "ivan-petrov@yandex.ru")]
    [InlineData("an.na@mail.ru", "an.na@mail.ru")]
    public void Addresses_of_one_mailbox_are_one(string email, string mailbox) => Assert.Equal(mailbox, Mailbox.Of(email));

    private static PersonTraits Person(string phone, string email, params (MemberMarkKind, string)[] marks) =>
        new(new HashSet<string> { phone }, new HashSet<string> { email }, marks.ToHashSet());

    private static FriendPurchase Bought(long id, int day, decimal paid, decimal refunded = 0) =>
        new(id, Joined.AddDays(day).ToDateTime(new TimeOnly(12, 0)), Joined.AddDays(day), Money.Of(paid), Money.Of(refunded));

    private static ReferralFacts Facts(params FriendPurchase[] purchases) => new() { BuyBy = Joined.AddDays(90), Purchases = purchases };

    private static ReferralStep Judge(DateOnly today, params FriendPurchase[] purchases) => Judge(today, Facts(purchases), Terms);

    private static ReferralStep Judge(DateOnly today, ReferralFacts facts, ReferralConditions terms) => ReferralCourse.Judge(terms, Wait, facts, today);

    private static (ReferralState State, ReferralRefusal? Refusal) Of(ReferralStep step) => (step.State, step.Refusal);
}
