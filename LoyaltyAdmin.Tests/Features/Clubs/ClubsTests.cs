using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Clubs;

/// <summary>Closed clubs: invited or qualified, seats that are never given twice, benefits while one is in, nothing heard by others.</summary>
public sealed class ClubsTests : IAsyncLifetime
{
    private static readonly Actor Staff = Actor.System("staff");
    private Till till = null!;

    private static ClubTerms Terms => new() { Benefits = new Benefits { DiscountPercent = 20, Words = "A seat in the box" } };

    public async Task InitializeAsync() => till = await Till.OpenAsync();

    public Task DisposeAsync()
    {
        till.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Invited_accepted_served_removed_and_served_no_more()
    {
        var (club, anna) = (await ClubAsync(Terms), await MemberAsync("anna"));
        var code = await InviteAsync(club, anna);
        Assert.Equal(0, await DiscountAsync("before"));

        Assert.Null((await Get<AnswerInvitation>().AcceptAsync(Staff, code.ToLowerInvariant(), null, default)).Rejection);
        var receipt = (await till.PostAsync(till.Sale("in", "anna", 100m))).Receipt!;
        Assert.Equal(2_000, receipt.Discount.Minor);
        Assert.Contains("Box", receipt.Reasons, StringComparison.Ordinal);

        var place = (await OfAsync(anna)).Single().PlaceId!.Value;
        Assert.Null(await Get<ChangePlace>().RemoveAsync(Staff, place, "Resold the goods", default));
        Assert.Equal(0, await DiscountAsync("after"));
        Assert.Empty(await OfAsync(anna));
    }

    [Fact]
    public async Task Of_twenty_who_accept_at_once_five_get_the_five_seats()
    {
        var club = await ClubAsync(Terms with { Seats = 5 });
        var codes = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            codes.Add(await InviteAsync(club, await MemberAsync($"m{i}")));
        }

        var results = await Task.WhenAll(codes.Select(code => Get<AnswerInvitation>().AcceptAsync(Staff, code, null, default)));

        Assert.Equal(5, results.Count(r => r.Rejection is null));
        Assert.All(results.Where(r => r.Rejection is not null), r => Assert.Equal("Clubs.Full", r.Rejection!.Code));
        await using var db = till.Database.CreateDbContext();
        Assert.Equal(5, await db.ClubPlaces.CountAsync());
        Assert.Equal(15, await db.ClubInvitations.CountAsync(i => i.State == InvitationState.Issued));
    }

    [Fact]
    public async Task One_invitation_accepted_twenty_times_at_once_gives_one_place()
    {
        var (club, anna) = (await ClubAsync(Terms), await MemberAsync("anna"));
        var code = await InviteAsync(club, anna);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Get<AnswerInvitation>().AcceptAsync(Staff, code, null, default)));

        Assert.Single(results, r => !r.Value.Replayed);
        await using var db = till.Database.CreateDbContext();
        Assert.Equal(1, await db.ClubPlaces.CountAsync());
    }

    [Fact]
    public async Task An_invitation_expires_after_its_last_day_and_a_new_one_takes_its_place()
    {
        var (club, anna) = (await ClubAsync(Terms with { InvitationDays = 2 }), await MemberAsync("anna"));
        var code = await InviteAsync(club, anna);
        Assert.Equal(code, await InviteAsync(club, anna));
        till.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal("Clubs.InvitationExpiredConflict", (await Get<AnswerInvitation>().AcceptAsync(Staff, code, null, default)).Rejection!.Code);
        Assert.Empty(await OfAsync(anna));
        Assert.NotEqual(code, await InviteAsync(club, anna));
    }

    [Fact]
    public async Task Declined_and_withdrawn_codes_open_nothing()
    {
        var club = await ClubAsync(Terms);
        var (first, second) = (await InviteAsync(club, await MemberAsync("anna")), await InviteAsync(club, await MemberAsync("boris")));
        await Get<AnswerInvitation>().DeclineAsync(Staff, first, null, default);
        await Get<AnswerInvitation>().WithdrawAsync(Staff, second, "A mistake", default);

        Assert.Equal("Clubs.InvitationDeclinedConflict", (await Get<AnswerInvitation>().AcceptAsync(Staff, first, null, default)).Rejection!.Code);
        Assert.Equal("Clubs.InvitationWithdrawnConflict", (await Get<AnswerInvitation>().AcceptAsync(Staff, second, null, default)).Rejection!.Code);
        Assert.Equal("Clubs.InvitationUnknown", (await Get<AnswerInvitation>().AcceptAsync(Staff, "NOSUCHCODE", null, default)).Rejection!.Code);
    }

    [Fact]
    public async Task A_list_invites_whom_it_names_and_tells_whom_it_does_not_find()
    {
        var club = await ClubAsync(Terms);
        await MemberAsync("anna");
        await InviteAsync(club, await MemberAsync("boris"));

        var outcome = (await Get<InviteMembers>().ExecuteAsync(Staff, club, [" anna ", "anna", "boris", "nobody", ""], default)).Value;

        Assert.Equal((1, 1), (outcome.Invited, outcome.Already));
        Assert.Equal(["nobody"], outcome.Unknown);
    }

    [Fact]
    public async Task A_hidden_club_is_heard_of_by_its_members_and_the_invited_alone()
    {
        var hidden = await ClubAsync(Terms);
        await ClubAsync(Terms with { IsHidden = false }, "open", "Open");
        var (anna, boris) = (await MemberAsync("anna"), await MemberAsync("boris"));
        await InviteAsync(hidden, anna);

        Assert.Equal(["Box", "Open"], (await OfAsync(anna)).Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.Equal([("Open", ClubStanding.Outside)], (await OfAsync(boris)).Select(c => (c.Name, c.Standing)));
    }

    [Fact]
    public async Task Who_buys_enough_gets_in_those_with_most_first_while_there_are_seats()
    {
        var club = await ClubAsync(Terms with { ByInvitation = false, Threshold = new ClubThreshold(ClubMetric.Spend, 1_000, 3), Seats = 2 });
        await BuyAsync(("anna", 1_500m, 1), ("boris", 999.99m, 1), ("vera", 5_000m, 1), ("gleb", 1_000m, 1), ("dora", 9_000m, 120));

        var joined = await Get<ReviewClubs>().AdmitBuyersAsync(Staff, default);

        Assert.Equal(2, joined);
        Assert.Equal(["anna", "vera"], await InAsync(club));
    }

    [Fact]
    public async Task Exactly_the_threshold_is_enough_and_what_came_back_is_not()
    {
        var club = await ClubAsync(Terms with { Threshold = new ClubThreshold(ClubMetric.Spend, 1_000, 3) });
        await BuyAsync(("anna", 1_000m, 1), ("boris", 1_500m, 1));
        await till.PostAsync(till.Return("b1", "boris-1", 1));
        await till.PostAsync(till.Sale("boris-2", "boris", 900m));

        await Get<ReviewClubs>().ExecuteAsync(Staff, null, default);

        Assert.Equal(["anna"], await InAsync(club));
    }

    [Fact]
    public async Task Visits_count_where_visits_are_asked_for()
    {
        var club = await ClubAsync(Terms with { Threshold = new ClubThreshold(ClubMetric.Visits, 3, 1) });
        await BuyAsync(("anna", 1m, 1), ("anna", 1m, 2), ("anna", 1m, 3), ("boris", 9_000m, 1), ("boris", 9_000m, 2));

        await Get<ReviewClubs>().ExecuteAsync(Staff, null, default);

        Assert.Equal(["anna"], await InAsync(club));
    }

    [Fact]
    public async Task A_place_goes_on_without_a_gap_if_enough_is_bought_again_even_on_the_last_day()
    {
        var club = await ClubAsync(Terms with { Threshold = new ClubThreshold(ClubMetric.Spend, 1_000, 1), TermMonths = 1, Renewal = ClubRenewal.Threshold });
        await BuyAsync(("anna", 1_000m, 0), ("boris", 1_000m, 0));
        await Get<ReviewClubs>().ExecuteAsync(Staff, null, default);

        // The places end on 10 April at midnight; Anna buys on the 9th in the evening.
        till.Clock.UtcNow = new DateTime(2026, 4, 9, 18, 0, 0, DateTimeKind.Utc);
        await till.PostAsync(till.Sale("again", "anna", 1_300m));
        till.Clock.UtcNow = new DateTime(2026, 4, 9, 21, 25, 0, DateTimeKind.Utc);
        var outcome = await Get<ReviewClubs>().ExecuteAsync(Staff, null, default);

        Assert.Equal(1, outcome.Renewed);
        Assert.Equal(["anna"], await InAsync(club));
        await using var db = till.Database.CreateDbContext();
        var place = await db.ClubPlaces.AsNoTracking().SingleAsync(p => p.Until > till.Clock.UtcNow);
        Assert.Equal((new DateTime(2026, 3, 10, 9, 0, 0), new DateTime(2026, 5, 9, 21, 0, 0)), (place.From, place.Until));
    }

    [Fact]
    public async Task Who_was_removed_does_not_come_back_by_buying_but_may_be_invited()
    {
        var club = await ClubAsync(Terms with { Threshold = new ClubThreshold(ClubMetric.Spend, 1_000, 3) });
        await BuyAsync(("anna", 2_000m, 1));
        await Get<ReviewClubs>().ExecuteAsync(Staff, null, default);
        var anna = (await till.AccountAsync("anna")).MemberId;
        await Get<ChangePlace>().RemoveAsync(Staff, (await OfAsync(anna)).Single().PlaceId!.Value, "Resold the goods", default);

        Assert.Equal(0, (await Get<ReviewClubs>().ExecuteAsync(Staff, null, default)).Joined);
        Assert.Null((await Get<AnswerInvitation>().AcceptAsync(Staff, await InviteAsync(club, anna), null, default)).Rejection);
        Assert.Equal(["anna"], await InAsync(club));
    }

    [Fact]
    public async Task Staff_prolong_a_place_by_a_term_from_its_end()
    {
        var (club, anna) = (await ClubAsync(Terms with { TermMonths = 1 }), await MemberAsync("anna"));
        await Get<AnswerInvitation>().AcceptAsync(Staff, await InviteAsync(club, anna), null, default);
        var place = (await OfAsync(anna)).Single();

        Assert.Null(await Get<ChangePlace>().ProlongAsync(Staff, place.PlaceId!.Value, "Deserved", default));
        Assert.Equal("Clubs.ReasonMissing", (await Get<ChangePlace>().LeaveAsync(Staff, place.PlaceId.Value, " ", default))!.Code);

        Assert.Equal((new DateOnly(2026, 4, 9), new DateOnly(2026, 5, 9)), (place.LastDay!.Value, (await OfAsync(anna)).Single().LastDay!.Value));
    }

    [Fact]
    public async Task A_receipt_is_judged_by_the_club_at_its_own_time()
    {
        var (club, anna) = (await ClubAsync(Terms), await MemberAsync("anna"));
        await Get<AnswerInvitation>().AcceptAsync(Staff, await InviteAsync(club, anna), null, default);
        var joined = till.Clock.UtcNow;
        till.Clock.Advance(TimeSpan.FromDays(5));
        await Get<ChangePlace>().LeaveAsync(Staff, (await OfAsync(anna)).Single().PlaceId!.Value, "Moves away", default);
        till.Clock.Advance(TimeSpan.FromDays(5));

        var results = await till.ImportAsync(
            till.Sale("1", "anna", 100m, joined.AddHours(-1), source: ReceiptSource.Import),
            till.Sale("2", "anna", 100m, joined.AddDays(1), source: ReceiptSource.Import),
            till.Sale("3", "anna", 100m, joined.AddDays(6), source: ReceiptSource.Import));

        Assert.Equal([0L, 2_000L, 0L], results.Select(r => r.Receipt!.Discount.Minor));
    }

    [Fact]
    public async Task The_lists_tell_members_and_invitations_by_state()
    {
        var club = await ClubAsync(Terms);
        await Get<AnswerInvitation>().AcceptAsync(Staff, await InviteAsync(club, await MemberAsync("anna")), null, default);
        await InviteAsync(club, await MemberAsync("boris"));
        var lists = Get<ClubListQueries>();

        Assert.Equal(1, (await lists.PlacesAsync(Staff, club, new ClubPlaceFilter { State = PlaceState.In }, new PageRequest(0, 10), default)).Total);
        Assert.Equal(0, (await lists.PlacesAsync(Staff, club, new ClubPlaceFilter { State = PlaceState.Removed }, new PageRequest(0, 10), default)).Total);
        Assert.Equal("boris", (await lists.InvitationsAsync(Staff, club, new InvitationFilter { State = InvitationState.Issued }, new PageRequest(0, 10), default)).Rows.Single().Member);
        Assert.Equal(["anna"], (await lists.StreamInvitationsAsync(Staff, club, new InvitationFilter { State = InvitationState.Accepted }, default).ToListAsync()).Select(r => r.Member));
    }

    private T Get<T>()
        where T : notnull => till.Database.Get<T>();

    private async Task<int> ClubAsync(ClubTerms terms, string key = "box", string name = "Box") =>
        (await Get<SaveClub>().ExecuteAsync(Staff, new OfferOrder<ClubTerms> { Key = key, Name = name, Terms = terms }, default)).Value;

    private async Task<long> MemberAsync(string name)
    {
        await till.MemberAsync(name);
        return (await till.AccountAsync(name)).MemberId;
    }

    private async Task<string> InviteAsync(int club, long member) => (await Get<InviteMembers>().ExecuteAsync(Staff, club, member, default)).Value.Code;

    private Task<IReadOnlyList<MemberClub>> OfAsync(long member) => Get<ClubQueries>().OfMemberAsync(member, default);

    private async Task<long> DiscountAsync(string key) => (await till.PostAsync(till.Sale(key, "anna", 100m))).Receipt!.Discount.Minor;

    private async Task BuyAsync(params (string Member, decimal Sum, int DaysAgo)[] purchases)
    {
        for (var i = 0; i < purchases.Length; i++)
        {
            var (member, sum, days) = purchases[i];
            await till.ImportAsync(till.Sale($"{member}-{i}", member, sum, till.Clock.UtcNow.AddDays(-days), source: ReceiptSource.Import));
        }
    }

    private async Task<List<string>> InAsync(int club)
    {
        var now = till.Clock.UtcNow;
        await using var db = till.Database.CreateDbContext();
        return await (
            from place in db.ClubPlaces
            where place.ClubId == club && place.From <= now && place.Until > now
            join member in db.Members on place.MemberId equals member.Id
            orderby member.ExternalId
            select member.ExternalId!).ToListAsync();
    }
}
