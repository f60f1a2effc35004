using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Cards;

public sealed class GivingCardsTests : CardsTest
{
    [Fact]
    public async Task A_till_that_registers_by_a_free_card_has_that_very_card_attached()
    {
        var free = (await NumbersAsync(await SeriesAsync(3)))[0];

        var id = await MemberAsync("crm-1", card: free);

        var card = Assert.Single((await Use<MemberQueries>().DetailsAsync(id, default))!.Cards);
        Assert.Equal((free, CardStatus.Active), (card.Number, card.Status));
        Assert.Equal(id, await Use<MemberQueries>().FindAsync(new MemberKey(MemberKeyKind.Card, free), default));
        await using var db = Database.CreateDbContext();
        Assert.Equal((3, Database.Clock.UtcNow), (await db.Cards.CountAsync(), (await db.Cards.SingleAsync(c => c.Number == free)).IssuedAt));
    }

    [Fact]
    public async Task A_free_card_names_nobody()
    {
        var free = (await NumbersAsync(await SeriesAsync(1)))[0];

        Assert.Null(await Use<MemberQueries>().FindAsync(new MemberKey(MemberKeyKind.Card, free), default));
    }

    [Fact]
    public async Task A_mistyped_number_of_a_series_is_refused_and_numbers_of_no_series_are_taken_as_ever()
    {
        var number = (await NumbersAsync(await SeriesAsync(1)))[0];
        var mistyped = number[..^1] + (char)('0' + ((number[^1] - '0' + 1) % 10));

        var refused = await RegisterAsync(mistyped);
        var other = await RegisterAsync("330000000001");

        Assert.Equal(("Members.CardCheckDigitWrong", "card"), (refused.Rejection?.Code, refused.Rejection?.Field));
        Assert.Null(other.Rejection);
    }

    [Fact]
    public async Task Of_many_who_give_one_free_card_away_at_once_one_wins()
    {
        var free = (await NumbersAsync(await SeriesAsync(1)))[0];

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RegisterAsync(free))));

        Assert.Single(results, r => r.Rejection is null);
        Assert.All(results.Where(r => r.Rejection is not null), r => Assert.Equal("Members.CardTaken", r.Rejection!.Code));
        await using var db = Database.CreateDbContext();
        Assert.Equal((1, 1), (await db.Members.CountAsync(), await db.Cards.CountAsync()));
    }

    [Fact]
    public async Task A_blocked_free_card_is_given_to_nobody_until_it_is_unblocked()
    {
        var free = (await NumbersAsync(await SeriesAsync(1)))[0];
        var card = await CardAsync(free);
        await Use<BlockCard>().BlockAsync(Clerk, card.Id, "A box was lost", default);

        Assert.Equal("Members.CardBlocked", (await RegisterAsync(free)).Rejection?.Code);
        await Use<BlockCard>().UnblockAsync(Clerk, card.Id, "Found again", default);
        Assert.Equal(CardStatus.Free, (await CardAsync(free)).Status);
        Assert.Null((await RegisterAsync(free)).Rejection);
    }

    [Fact]
    public async Task A_virtual_card_is_given_once_however_often_it_is_asked_at_once()
    {
        var id = await MemberAsync("crm-1");

        var numbers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Use<IssueVirtualCard>().ExecuteAsync(Clerk, id, default))));

        var number = Assert.Single(numbers.Select(n => n.Value).Distinct());
        Assert.True(CheckDigit.IsRight(number));
        var card = await CardAsync(number);
        Assert.Equal((true, id, CardStatus.Active), (card.IsVirtual, card.MemberId, card.Status));
    }

    [Fact]
    public async Task Virtual_cards_of_a_series_are_given_before_new_ones_are_made()
    {
        var waiting = (await NumbersAsync(await SeriesAsync(1, prefix: "88", isVirtual: true)))[0];

        Assert.Equal(waiting, (await Use<IssueVirtualCard>().ExecuteAsync(Clerk, await MemberAsync("crm-1"), default)).Value);
        Assert.StartsWith("2990", (await Use<IssueVirtualCard>().ExecuteAsync(Clerk, await MemberAsync("crm-2"), default)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_card_is_out_for_good_the_new_one_works_and_the_audit_says_why()
    {
        var free = (await NumbersAsync(await SeriesAsync(1)))[0];
        var id = await MemberAsync("crm-1", card: "OLD1");
        var old = await CardAsync("OLD1");

        var replaced = await Use<ReplaceCard>().ExecuteAsync(Clerk, old.Id, free, "Lost", default);

        Assert.Equal(free, replaced.Value);
        old = await CardAsync("OLD1");
        Assert.Equal((CardStatus.Replaced, free, id), (old.Status, old.ReplacedBy, old.MemberId));
        Assert.Null(await Use<MemberQueries>().FindAsync(new MemberKey(MemberKeyKind.Card, "OLD1"), default));
        Assert.Equal(id, await Use<MemberQueries>().FindAsync(new MemberKey(MemberKeyKind.Card, free), default));
        Assert.Equal("Members.CardReplaced", (await Use<BlockCard>().UnblockAsync(Clerk, old.Id, "Found", default))?.Code);
        Assert.Equal("Members.CardReplaced", (await Use<ReplaceCard>().ExecuteAsync(Clerk, old.Id, "NEW1", "Again", default)).Rejection?.Code);
        await using var db = Database.CreateDbContext();
        Assert.Equal(2, await db.AuditEntries.CountAsync(a => a.Reason == "Lost" && a.Subject == "Member"));
    }

    [Fact]
    public async Task A_replacement_asks_for_a_reason_and_for_a_number_unless_the_card_is_virtual()
    {
        var id = await MemberAsync("crm-1", card: "OLD1");
        var plastic = await CardAsync("OLD1");
        var virtualCard = await CardAsync((await Use<IssueVirtualCard>().ExecuteAsync(Clerk, id, default)).Value);

        Assert.Equal("Members.ReasonMissing", (await Use<ReplaceCard>().ExecuteAsync(Clerk, plastic.Id, "NEW1", " ", default)).Rejection?.Code);
        Assert.Equal("Members.CardNumberMissing", (await Use<ReplaceCard>().ExecuteAsync(Clerk, plastic.Id, null, "Lost", default)).Rejection?.Code);
        Assert.NotEqual(virtualCard.Number, (await Use<ReplaceCard>().ExecuteAsync(Clerk, virtualCard.Id, null, "Shown to a stranger", default)).Value);
    }

    private Task<LoyaltyAdmin.Domain.Values.Result<RegisterMember.Registered>> RegisterAsync(string card) => Use<RegisterMember>().ExecuteAsync(
        Clerk, new MemberRegistration { Profile = new MemberProfile { FirstName = "Anna" }, Card = card }, default);

    private async Task<Card> CardAsync(string number)
    {
        await using var db = Database.CreateDbContext();
        return await db.Cards.AsNoTracking().SingleAsync(c => c.Number == number);
    }
}
