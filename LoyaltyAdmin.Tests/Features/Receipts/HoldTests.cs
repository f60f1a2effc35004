using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Receipts;

public sealed class HoldTests
{
    private static readonly Actor Clock = Actor.System("clock");

    [Fact]
    public async Task R19_a_hold_sets_points_aside_and_its_confirmation_spends_them()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);

        var hold = await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100));
        var held = await till.AccountAsync("anna");
        var receipt = (await till.PostAsync(Till.Confirm(hold))).Receipt!;

        Assert.Equal((100, 0, 100), (hold.Points.Value, held.Available.Value, held.Held.Value));
        Assert.Equal((100, 234m, 11), (receipt.RedeemedPoints.Value, receipt.Net.Amount, receipt.Accrued.Value));
        var account = await till.AccountAsync("anna");
        Assert.Equal((11, 0), (account.Available.Value, account.Held.Value));
        await AssertBalancedAsync(till);
    }

    [Fact]
    public async Task What_is_held_cannot_be_spent_by_another_receipt()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 80));

        var other = (await till.PostAsync(till.Sale("r2", "anna", 334m, redeem: 100))).Receipt!;

        Assert.Equal(20, other.RedeemedPoints.Value);
    }

    [Fact]
    public async Task A_cancelled_hold_frees_its_points_and_can_not_be_confirmed()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        var hold = await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100));

        var first = await till.PostAsync(Till.Cancel(hold));
        var again = await till.PostAsync(Till.Cancel(hold));
        var confirmed = await till.PostAsync(Till.Confirm(hold));

        Assert.Equal((false, true), (first.Replayed, again.Replayed));
        Assert.Equal("Receipts.HoldCancelledConflict", confirmed.Rejection?.Code);
        Assert.Equal(100, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task A_confirmed_hold_can_not_be_cancelled_and_confirmed_again_it_is_the_same_receipt()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        var hold = await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100));

        var first = await till.PostAsync(Till.Confirm(hold));
        var again = await till.PostAsync(Till.Confirm(hold));
        var cancelled = await till.PostAsync(Till.Cancel(hold));

        Assert.Equal(first.Receipt!.Id, again.Receipt!.Id);
        Assert.True(again.Replayed);
        Assert.Equal("Receipts.HoldConfirmedConflict", cancelled.Rejection?.Code);
    }

    [Fact]
    public async Task The_same_purchase_held_again_is_the_same_hold_and_another_under_its_number_is_a_conflict()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);

        var first = await till.PostAsync(Till.Hold(till.Sale("r1", "anna", 334m, redeem: 60)));
        var again = await till.PostAsync(Till.Hold(till.Sale("r1", "anna", 334m, redeem: 60)));
        var other = await till.PostAsync(Till.Hold(till.Sale("r1", "anna", 300m, redeem: 60)));
        var posted = await till.PostAsync(till.Sale("r1", "anna", 300m, redeem: 60));

        Assert.Equal((first.Hold!.Id, true), (again.Hold!.Id, again.Replayed));
        Assert.Equal("Receipts.HeldConflict", other.Rejection?.Code);
        Assert.Equal("Receipts.HeldConflict", posted.Rejection?.Code);
        Assert.Equal(60, (await till.AccountAsync("anna")).Held.Value);
    }

    [Fact]
    public async Task A_receipt_number_can_be_held_with_another_basket_once_the_first_hold_is_cancelled()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        await till.PostAsync(Till.Cancel(await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100))));

        var hold = await till.HoldAsync(till.Sale("r1", "anna", 200m, redeem: 100));
        var receipt = (await till.PostAsync(Till.Confirm(hold))).Receipt!;

        Assert.Equal((60, 140m), (receipt.RedeemedPoints.Value, receipt.Net.Amount));
    }

    [Fact]
    public async Task Posting_a_held_receipt_confirms_its_hold()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100));

        var receipt = (await till.PostAsync(till.Sale("r1", "anna", 334m, redeem: 100))).Receipt!;

        Assert.Equal(100, receipt.RedeemedPoints.Value);
        Assert.Equal(0, (await till.AccountAsync("anna")).Held.Value);
    }

    [Theory]
    [InlineData(400, 150, 120)]
    [InlineData(100, 150, 30)]
    public async Task A_basket_that_changed_after_the_hold_is_decided_anew_with_what_was_set_aside(int sum, long asked, long spent)
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 150);
        var hold = await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 150));

        var receipt = (await till.PostAsync(Till.Confirm(hold, till.Sale("r1", "anna", sum, redeem: asked)))).Receipt!;

        Assert.Equal(100, hold.Points.Value);
        Assert.Equal(spent, receipt.RedeemedPoints.Value);
        var account = await till.AccountAsync("anna");
        Assert.Equal((150 - spent + receipt.Accrued.Value, 0), (account.Available.Value, account.Held.Value));
        await AssertBalancedAsync(till);
    }

    [Fact]
    public async Task Another_receipt_or_another_member_does_not_confirm_a_hold()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        await till.MemberAsync("boris", points: 100);
        var hold = await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100));

        var receipt = await till.PostAsync(Till.Confirm(hold, till.Sale("r2", "anna", 334m, redeem: 100)));
        var member = await till.PostAsync(Till.Confirm(hold, till.Sale("r1", "boris", 334m, redeem: 100)));
        var unknown = await till.PostAsync(new ConfirmPosting { Key = "", PayloadHash = "", HoldId = 4711, Source = ReceiptSource.Api });

        Assert.Equal("Receipts.HoldOfAnotherReceipt", receipt.Rejection?.Code);
        Assert.Equal("Receipts.HoldOfAnotherMember", member.Rejection?.Code);
        Assert.Equal("Receipts.HoldUnknown", unknown.Rejection?.Code);
    }

    [Fact]
    public async Task R19_confirmed_late_it_is_taken_when_the_balance_still_allows()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        var hold = await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100));
        till.Clock.Advance(TimeSpan.FromMinutes(16));

        var receipt = (await till.PostAsync(Till.Confirm(hold))).Receipt!;

        Assert.Equal(100, receipt.RedeemedPoints.Value);
        Assert.Contains(ReasonsJson.Read(receipt.Reasons), r => r.Code == "Receipts.HoldLate");
        Assert.DoesNotContain(ReasonsJson.Read(receipt.Reasons), r => r.Code == "Receipts.HoldShortfall");
        await AssertBalancedAsync(till);
    }

    [Fact]
    public async Task R19_confirmed_late_without_the_balance_the_money_part_is_taken_and_the_receipt_flagged()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        var hold = await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100));
        till.Clock.Advance(TimeSpan.FromMinutes(16));
        var other = (await till.PostAsync(till.Sale("r2", "anna", 334m, redeem: 100))).Receipt!;

        var receipt = (await till.PostAsync(Till.Confirm(hold))).Receipt!;

        Assert.Equal(100, other.RedeemedPoints.Value);
        Assert.Equal(11, receipt.RedeemedPoints.Value);
        var shortfall = Assert.Single(ReasonsJson.Read(receipt.Reasons), r => r.Code == "Receipts.HoldShortfall");
        Assert.Equal(["100", "11"], shortfall.Arguments);
        await AssertBalancedAsync(till);
    }

    [Fact]
    public async Task R1_points_that_expire_while_held_still_pay_within_the_hold()
    {
        using var till = await Till.OpenAsync(new ProgramConditions { Expiry = new ExpiryConditions { Term = 1, Unit = TermUnit.Days } });
        await till.MemberAsync("anna", points: 100);
        var hold = await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100), TimeSpan.FromDays(5));
        till.Clock.Advance(TimeSpan.FromDays(3));
        await till.Database.Get<ExpirePoints>().ExecuteAsync(Clock, default);

        var receipt = (await till.PostAsync(Till.Confirm(hold))).Receipt!;

        Assert.Equal(100, receipt.RedeemedPoints.Value);
        await AssertBalancedAsync(till);
    }

    [Fact]
    public async Task The_job_frees_what_nobody_confirmed_and_finds_nothing_the_second_time()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100));
        await till.HoldAsync(till.Sale("r2", null, 334m));
        till.Clock.Advance(TimeSpan.FromMinutes(16));
        var seen = await till.Database.Get<MemberQueries>().BalanceAsync((await till.AccountAsync("anna")).MemberId, till.Clock.UtcNow, default);

        var first = await till.Database.Get<LapseHolds>().ExecuteAsync(Clock, default);
        var second = await till.Database.Get<LapseHolds>().ExecuteAsync(Clock, default);

        Assert.Equal((100, 0), (seen!.Available.Value, seen.Held.Value));
        Assert.Equal((2, 0), (first, second));
        var account = await till.AccountAsync("anna");
        Assert.Equal((100, 0), (account.Available.Value, account.Held.Value));
        await AssertBalancedAsync(till);
    }

    [Fact]
    public async Task A_hold_without_member_or_points_is_confirmed_as_well()
    {
        using var till = await Till.OpenAsync();
        var hold = await till.HoldAsync(till.Sale("r1", null, 334m));

        var receipt = (await till.PostAsync(Till.Confirm(hold))).Receipt!;

        Assert.Equal((334m, null), (receipt.Net.Amount, receipt.MemberId));
    }

    [Fact]
    public async Task Of_confirmations_and_cancellations_at_once_one_kind_wins_and_points_move_once()
    {
        using var till = await Till.OpenAsync();
        await till.MemberAsync("anna", points: 100);
        var hold = await till.HoldAsync(till.Sale("r1", "anna", 334m, redeem: 100));

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            till.PostAsync(i % 2 == 0 ? Till.Confirm(hold) : Till.Cancel(hold)))));

        var receipts = results.Select(r => r.Receipt).OfType<Receipt>().Select(r => r.Id).Distinct().ToList();
        var account = await till.AccountAsync("anna");
        Assert.Equal(10, results.Count(r => r.Rejection is not null));
        Assert.Equal(receipts.Count == 1 ? 11 : 100, account.Available.Value);
        Assert.Equal(0, account.Held.Value);
        await AssertBalancedAsync(till);
    }

    [Fact]
    public async Task Any_order_of_holds_confirmations_cancellations_lapses_and_returns_keeps_the_books()
    {
        using var till = await Till.OpenAsync(new ProgramConditions { Expiry = new ExpiryConditions { Term = 2, Unit = TermUnit.Days } });
        await till.MemberAsync("anna", points: 500);
        var open = new List<Hold>();
        foreach (var (number, step) in Gen.Choose(0, 99).ListOf(60).Sample(3).SelectMany(list => list).Select((step, number) => (number, step)))
        {
            var hold = open.Count == 0 ? null : open[step % open.Count];
            Posting? posting = (step % 6, hold) switch
            {
                (0, _) or (_, null) => Till.Hold(till.Sale($"r{number}", "anna", 100m + step, redeem: step), TimeSpan.FromHours(1 + step)),
                (1, _) => Till.Confirm(hold),
                (2, _) => Till.Cancel(hold),
                (3, _) => till.Sale($"r{number}", "anna", 100m + step, redeem: step),
                (4, _) => till.Return($"ret{number}", hold.ReceiptKey, 1m),
                _ => null,
            };
            if (posting is null)
            {
                till.Clock.Advance(TimeSpan.FromHours(step));
                await till.Database.Get<ExpirePoints>().ExecuteAsync(Clock, default);
                await till.Database.Get<LapseHolds>().ExecuteAsync(Clock, default);
            }
            else if ((await till.PostAsync(posting)).Hold is { } placed && posting is HoldPosting)
            {
                open.Add(placed);
            }
        }

        await AssertBalancedAsync(till);
        Assert.NotEmpty(open);
    }

    private static async Task AssertBalancedAsync(Till till) =>
        Assert.True((await till.Database.Get<LedgerProof>().ExecuteAsync(Clock, default)).Balanced);
}
