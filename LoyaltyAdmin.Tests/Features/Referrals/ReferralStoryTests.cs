using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Referrals;

/// <summary>R17 as it happens: a code, a friend, a purchase, the time of returns, the points.</summary>
public sealed class ReferralStoryTests
{
    [Fact]
    public async Task Both_get_their_points_once_the_purchase_can_no_longer_come_back()
    {
        using var shop = await ReferralShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var boris = await shop.FriendAsync("boris", await shop.CodeAsync(anna));
        await shop.BuyAsync("boris", 1500);

        await shop.SettleAsync();
        Assert.Equal(ReferralState.Waiting, (await shop.ReferralAsync(boris)).State);
        shop.Wait(13);
        await shop.SettleAsync();
        Assert.Equal(0, await shop.PointsAsync("anna"));
        shop.Wait(1);
        Assert.Equal(1, (await shop.SettleAsync()).Rewarded);
        await shop.SettleAsync();

        Assert.Equal((300, 200), (await shop.PointsAsync("anna"), await shop.PointsAsync("boris")));
        var referral = await shop.ReferralAsync(boris);
        Assert.Equal((ReferralState.Rewarded, 300, 200), (referral.State, referral.ReferrerPoints.Value, referral.FriendPoints.Value));
        Assert.Equal("A friend came by their code and bought", shop.Till.Database.Get<EntryWords>().Said((await shop.Till.EntriesAsync("anna"))[0].Reason));
        Assert.True((await shop.Till.Database.Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default)).Balanced);
    }

    [Fact]
    public async Task Many_runs_at_once_reward_once_and_never_beyond_the_cap()
    {
        using var shop = await ReferralShop.OpenAsync(t => t with { CapPerMonth = 3 });
        var code = await shop.CodeAsync(await shop.MemberAsync("anna"));
        for (var i = 0; i < 5; i++)
        {
            await shop.FriendAsync($"friend-{i}", code);
            await shop.BuyAsync($"friend-{i}", 1000);
        }

        shop.Wait(14);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(shop.SettleAsync)));

        Assert.Equal(900, await shop.PointsAsync("anna"));
        await using var db = shop.Till.Database.CreateDbContext();
        var all = await db.Referrals.AsNoTracking().OrderBy(r => r.Id).ToListAsync();
        Assert.All(all, r => Assert.Equal((ReferralState.Rewarded, 200), (r.State, r.FriendPoints.Value)));
        Assert.Equal([300, 300, 300, 0, 0], all.Select(r => r.ReferrerPoints.Value));
        Assert.Equal(ReferralRefusal.MonthCap, all[^1].Refusal);
        Assert.Equal(1_000, (await Task.WhenAll(Enumerable.Range(0, 5).Select(i => shop.PointsAsync($"friend-{i}")))).Sum());
    }

    [Fact]
    public async Task A_purchase_that_comes_back_whole_counts_as_none_and_the_next_one_does()
    {
        using var shop = await ReferralShop.OpenAsync();
        var boris = await shop.FriendAsync("boris", await shop.CodeAsync(await shop.MemberAsync("anna")));
        await shop.BuyAsync("boris", 1500);
        await shop.SettleAsync();
        await shop.Till.PostAsync(shop.Till.Return("back", "first-boris", 1));

        shop.Wait(14);
        await shop.SettleAsync();
        Assert.Equal(ReferralState.Joined, (await shop.ReferralAsync(boris)).State);
        await shop.BuyAsync("boris", 2000, "second");
        shop.Wait(14);
        await shop.SettleAsync();

        Assert.Equal(300, await shop.PointsAsync("anna"));
        Assert.Equal(ReferralState.Rewarded, (await shop.ReferralAsync(boris)).State);
    }

    [Fact]
    public async Task Less_than_the_minimum_does_not_use_the_code_up()
    {
        using var shop = await ReferralShop.OpenAsync();
        var boris = await shop.FriendAsync("boris", await shop.CodeAsync(await shop.MemberAsync("anna")));
        await shop.BuyAsync("boris", 900);
        shop.Wait(14);
        await shop.SettleAsync();
        Assert.Equal(ReferralState.Joined, (await shop.ReferralAsync(boris)).State);

        await shop.BuyAsync("boris", 1000, "enough");
        shop.Wait(14);
        await shop.SettleAsync();

        Assert.Equal((300, 200), (await shop.PointsAsync("anna"), await shop.PointsAsync("boris")));
    }

    [Fact]
    public async Task What_was_promised_when_the_friend_joined_is_kept_when_the_terms_change()
    {
        using var shop = await ReferralShop.OpenAsync();
        await shop.FriendAsync("boris", await shop.CodeAsync(await shop.MemberAsync("anna")));
        await using (var db = shop.Till.Database.CreateDbContext())
        {
            var first = await db.ProgramVersions.SingleAsync();
            var second = new ProgramVersion { ProgramId = first.ProgramId, Number = 2, Conditions = new ProgramConditions() };
            second.Publish(shop.Till.Clock.UtcNow, shop.Till.Clock.UtcNow, "test");
            db.Add(second);
            await db.SaveChangesAsync();
        }

        shop.Till.Database.Get<LoyaltyAdmin.Features.Programs.ProgramTimelines>().Forget();
        Assert.Equal("Referrals.Off", (await shop.UseAsync(await shop.MemberAsync("vera"), "H7KM-94TP")).Rejection?.Code);
        await shop.BuyAsync("boris", 1000);
        shop.Wait(14);
        await shop.SettleAsync();

        Assert.Equal(300, await shop.PointsAsync("anna"));
    }

    [Fact]
    public async Task Own_and_unknown_codes_buyers_and_those_who_came_by_another_are_told_why()
    {
        using var shop = await ReferralShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var code = await shop.CodeAsync(anna);
        var other = await shop.CodeAsync(await shop.MemberAsync("vera"));
        var boris = await shop.FriendAsync("boris", code);
        var buyer = await shop.MemberAsync("buyer");
        await shop.BuyAsync("buyer", 10);

        Assert.Equal("Referrals.OwnCode", (await shop.UseAsync(anna, code)).Rejection?.Code);
        Assert.Equal("Referrals.UnknownCode", (await shop.UseAsync(buyer, "CCCC-CCCC")).Rejection?.Code);
        Assert.Equal("Referrals.AlreadyBuyer", (await shop.UseAsync(buyer, code)).Rejection?.Code);
        Assert.Equal("Referrals.AlreadyReferred", (await shop.UseAsync(boris, other)).Rejection?.Code);
        Assert.True((await shop.UseAsync(boris, code)).Value.Replayed);
        Assert.Equal("Members.Unknown", (await shop.UseAsync(4711, code)).Rejection?.Code);
    }

    [Fact]
    public async Task A_phone_that_the_owner_of_the_code_gave_up_still_blocks()
    {
        using var shop = await ReferralShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", phone: "+79160000001");
        var code = await shop.CodeAsync(anna);
        var edited = await shop.Till.Database.Get<EditMember>().ExecuteAsync(
            ReferralShop.Clerk, anna, 0, new MemberProfile { ExternalId = "anna", FirstName = "anna", Phone = "+79160000002" }, default);
        Assert.Null(edited.Rejection);

        Assert.Equal("Referrals.SamePhone", (await shop.UseAsync(await shop.MemberAsync("twin", phone: "+79160000001"), code)).Rejection?.Code);
        Assert.Null((await shop.UseAsync(await shop.MemberAsync("friend", phone: "+79160000003"), code)).Rejection);
    }

    [Fact]
    public async Task One_mailbox_one_device_or_one_address_block_however_they_are_written()
    {
        using var shop = await ReferralShop.OpenAsync();
        var anna = await shop.MemberAsync("anna", email: "anna@gmail.com");
        await shop.Till.Database.Get<MemberMarks>().NoteAsync(anna, new MemberMarks.Said("token-1", "Москва, Лесная ул., 5-10", "phone-1"), default);
        var code = await shop.CodeAsync(anna);

        Assert.Equal("Referrals.SameEmail", (await shop.UseAsync(await shop.MemberAsync("f1", email: "an.na+2@gmail.com"), code)).Rejection?.Code);
        Assert.Equal("Referrals.SameAddress", (await shop.UseAsync(await shop.MemberAsync("f2"), code, new(null, "москва лесная ул 5 10", null))).Rejection?.Code);
        Assert.Equal("Referrals.SameCard", (await shop.UseAsync(await shop.MemberAsync("f3"), code, new("TOKEN-1", null, null))).Rejection?.Code);
        Assert.Equal("Referrals.SameDevice", (await shop.UseAsync(await shop.MemberAsync("f4"), code, new(null, null, "Phone 1"))).Rejection?.Code);
        Assert.Null((await shop.UseAsync(await shop.MemberAsync("f5"), code, new("other", "other", "other"))).Rejection);
        Assert.Equal(4, (await shop.Till.Database.Get<ReferralQueries>().FiguresAsync(default)).Refusals.Sum(r => r.Count));
    }

    [Fact]
    public async Task A_friend_who_turns_out_to_be_the_same_person_brings_nothing()
    {
        using var shop = await ReferralShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var boris = await shop.FriendAsync("boris", await shop.CodeAsync(anna));
        await shop.BuyAsync("boris", 1500);
        await shop.SettleAsync();
        await MergeAsync(shop, boris, anna);

        shop.Wait(14);
        await shop.SettleAsync();

        Assert.Equal(0, await shop.PointsAsync("anna"));
        Assert.Equal(ReferralRefusal.OwnCode, (await shop.ReferralAsync(boris)).Refusal);
    }

    [Fact]
    public async Task Members_who_were_merged_are_rewarded_on_those_who_stand_for_them()
    {
        using var shop = await ReferralShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var code = await shop.CodeAsync(anna);
        var (boris, survivor, twin) = (await shop.FriendAsync("boris", code), await shop.MemberAsync("survivor"), await shop.MemberAsync("twin"));
        await shop.BuyAsync("boris", 1500);
        await MergeAsync(shop, anna, survivor);
        await MergeAsync(shop, boris, twin);

        shop.Wait(14);
        await shop.SettleAsync();

        Assert.Equal((300, 200), (await shop.PointsAsync("survivor"), await shop.PointsAsync("twin")));
        var told = (await shop.Till.Database.Get<ReferralQueries>().OfMemberAsync(survivor, default))!;
        Assert.Equal((1, 300, 9), (told.Of(ReferralState.Rewarded), told.Earned.Value, told.LeftThisMonth));
        Assert.Equal(ReferralState.Rewarded, (await shop.Till.Database.Get<ReferralQueries>().OfMemberAsync(twin, default))!.CameBy!.State);
        Assert.Null((await shop.UseAsync(await shop.MemberAsync("later"), code)).Rejection);
    }

    [Fact]
    public async Task A_reward_taken_back_leaves_both_and_the_referral_says_so()
    {
        using var shop = await ReferralShop.OpenAsync();
        var boris = await shop.FriendAsync("boris", await shop.CodeAsync(await shop.MemberAsync("anna")));
        await shop.BuyAsync("boris", 1500);
        shop.Wait(14);
        await shop.SettleAsync();
        var (admin, id) = (Actor.System("admin"), (await shop.ReferralAsync(boris)).Id);
        var takeBack = shop.Till.Database.Get<TakeBackReferral>();

        Assert.Equal("Members.ReasonMissing", (await takeBack.ExecuteAsync(admin, id, " ", default))?.Code);
        var done = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => takeBack.ExecuteAsync(admin, id, "One household", default))));

        Assert.All(done, Assert.Null);
        Assert.Equal((0, 0), (await shop.PointsAsync("anna"), await shop.PointsAsync("boris")));
        Assert.Equal(ReferralState.TakenBack, (await shop.ReferralAsync(boris)).State);
        await shop.SettleAsync();
        Assert.Equal(0, await shop.PointsAsync("anna"));
    }

    [Fact]
    public async Task A_member_gets_one_code_however_many_ask_at_once()
    {
        using var shop = await ReferralShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");

        var codes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => shop.CodeAsync(anna))));

        Assert.Single(codes.Distinct());
        Assert.Null(await shop.Till.Database.Get<ReferralCodes>().EnsureAsync(ReferralShop.Clerk, 4711, default));
    }

    [Fact]
    public async Task A_friend_is_noted_once_however_often_the_code_is_sent()
    {
        using var shop = await ReferralShop.OpenAsync();
        var code = await shop.CodeAsync(await shop.MemberAsync("anna"));
        var boris = await shop.MemberAsync("boris");

        var used = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => shop.UseAsync(boris, code))));

        Assert.Single(used, u => !u.Value.Replayed);
        await using var db = shop.Till.Database.CreateDbContext();
        Assert.Equal(1, await db.Referrals.CountAsync());
    }

    private static async Task MergeAsync(ReferralShop shop, long source, long target)
    {
        await using var db = shop.Till.Database.CreateDbContext();
        var versions = await db.Members.Where(m => m.Id == source || m.Id == target).ToDictionaryAsync(m => m.Id, m => m.Version);
        var merge = shop.Till.Database.Make<MergeMembers>(shop.Till.Database.Make<MergeTransaction>());
        var merged = await merge.ExecuteAsync(
            ReferralShop.Clerk,
            new MergeMembers.Order { SourceId = source, TargetId = target, Versions = (versions[source], versions[target]), Taken = new HashSet<MergeField>(), Reason = "One person" },
            default);
        Assert.Null(merged.Rejection);
    }
}
