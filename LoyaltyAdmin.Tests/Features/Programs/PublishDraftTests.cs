using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Security.Audit;

namespace LoyaltyAdmin.Tests.Features.Programs;

public sealed class PublishDraftTests : ProgramsTest
{
    [Fact]
    public async Task Published_from_now_it_computes_the_next_receipt()
    {
        await Till.MemberAsync("anna");
        var draft = (await EditAsync(null, At(10m))).Value;

        Assert.Equal(Till.Clock.UtcNow, (await PublishAsync(draft)).Value.EffectiveFrom);
        await Till.PostAsync(Till.Sale("r1", "anna", 1000m));

        Assert.Equal(100, (await Till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task Published_from_a_later_instant_it_waits_for_it()
    {
        var from = Till.Clock.UtcNow.AddDays(3);
        await PublishAsync((await EditAsync(null, At(10m))).Value, from);

        Assert.Equal(5m, (await InForceAsync()).Accrual.Percent);
        Assert.Equal([VersionState.Scheduled, VersionState.InForce], (await OverviewAsync()).Versions.Select(v => v.State));

        Till.Clock.UtcNow = from;
        Assert.Equal(10m, (await InForceAsync()).Accrual.Percent);
        Assert.Equal([VersionState.InForce, VersionState.Past], (await OverviewAsync()).Versions.Select(v => v.State));
    }

    [Fact]
    public async Task Several_versions_wait_and_take_over_in_the_order_of_their_instants()
    {
        var now = Till.Clock.UtcNow;
        await PublishAsync((await EditAsync(null, At(20m))).Value, now.AddDays(20));
        await PublishAsync((await EditAsync(null, At(10m))).Value, now.AddDays(10));

        Till.Clock.UtcNow = now.AddDays(11);
        Assert.Equal(10m, (await InForceAsync()).Accrual.Percent);
        Till.Clock.UtcNow = now.AddDays(21);
        Assert.Equal(20m, (await InForceAsync()).Accrual.Percent);
        Assert.Equal([2, 3, 1], (await OverviewAsync()).Versions.Select(v => v.Number));
        Assert.Equal(3, (await Queries.FindAsync(Marketer, 2, default))!.Previous!.Number);
    }

    [Fact]
    public async Task Into_the_past_nothing_is_published()
    {
        var draft = (await EditAsync(null, At(10m))).Value;

        var result = await PublishAsync(draft, Till.Clock.UtcNow.AddMinutes(-3));

        Assert.Equal("Programs.EffectiveInPast", result.Rejection?.Code);
        Assert.Equal(draft, (await OverviewAsync()).Draft);
    }

    [Fact]
    public async Task The_minute_that_just_began_means_now()
    {
        var draft = (await EditAsync(null, At(10m))).Value;

        Assert.Equal(Till.Clock.UtcNow, (await PublishAsync(draft, Till.Clock.UtcNow.AddSeconds(-50))).Value.EffectiveFrom);
    }

    [Fact]
    public async Task Conditions_that_are_wrong_stay_a_draft_and_the_field_is_named()
    {
        var draft = (await EditAsync(null, At(101m))).Value;

        var result = await PublishAsync(draft);

        Assert.Equal((ProgramCodes.AccrualPercentRange, "Accrual.Percent"), (result.Rejection?.Code, result.Rejection?.Field));
        Assert.Equal(draft, (await OverviewAsync()).Draft);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  a ")]
    public async Task Without_a_word_why_nothing_is_published(string note)
    {
        var draft = (await EditAsync(null, At(10m))).Value;

        Assert.Equal("Programs.NoteMissing", (await PublishAsync(draft, note: note)).Rejection?.Code);
    }

    [Fact]
    public async Task Of_many_who_publish_at_once_one_does()
    {
        var draft = (await EditAsync(null, At(10m))).Value;

        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => PublishAsync(draft, note: $"number {i}"))));

        Assert.Single(results, r => r.Rejection is null);
        Assert.All(results.Where(r => r.Rejection is not null), r => Assert.Equal("Common.ChangedByAnother", r.Rejection!.Code));
        Assert.Equal(2, (await OverviewAsync()).Versions.Count);
    }

    [Fact]
    public async Task Of_a_change_and_a_publication_at_once_one_wins_and_what_is_published_was_read()
    {
        var draft = (await EditAsync(null, At(10m))).Value;

        var edit = Task.Run(() => EditAsync(draft, At(99m)));
        var publish = Task.Run(() => PublishAsync(draft));
        await Task.WhenAll(edit, publish);

        Assert.NotEqual((await edit).Rejection is null, (await publish).Rejection is null);
        Assert.Equal((await publish).Rejection is null ? 10m : 5m, (await InForceAsync()).Accrual.Percent);
    }

    [Fact]
    public async Task Who_published_when_and_why_stays_with_the_version_and_in_its_history()
    {
        await PublishAsync((await EditAsync(null, At(10m))).Value, note: " Spring: more ");

        var version = (await Queries.FindAsync(Marketer, 2, default))!.Version;
        Assert.Equal((Marketer.Name, Till.Clock.UtcNow, "Spring: more"), (version.PublishedBy, version.PublishedAt!.Value, version.Note));
        var history = await Till.Database.Make<AuditQueries>().ListAsync(Actor.System("test"), new AuditFilter(nameof(ProgramVersion), "2"), new(0, 10), default);
        Assert.Equal("Spring: more", history.Rows[0].Reason);
    }

    [Fact]
    public async Task Points_are_divided_anew_while_there_are_none()
    {
        await PublishAsync((await EditAsync(null, Divided(2))).Value);

        Assert.Equal(2, (await OverviewAsync()).PointDecimals);
    }

    [Fact]
    public async Task After_the_first_accrual_points_are_not_divided_any_more()
    {
        await Till.MemberAsync("anna", 10);
        var draft = (await EditAsync(null, Divided(2))).Value;

        var result = await PublishAsync(draft);

        Assert.Equal("Programs.DecimalsFixed", result.Rejection?.Code);
        Assert.Equal(0, (await OverviewAsync()).PointDecimals);
        Assert.Equal(draft, (await OverviewAsync()).Draft);
    }

    [Fact]
    public async Task Points_are_divided_at_once_or_not_at_all()
    {
        var draft = (await EditAsync(null, Divided(1))).Value;

        Assert.Equal("Programs.DecimalsOnlyNow", (await PublishAsync(draft, Till.Clock.UtcNow.AddDays(1))).Rejection?.Code);
    }

    [Fact]
    public async Task Points_are_not_counted_more_coarsely_than_an_earlier_version_counts_them()
    {
        var fine = Divided(2);
        await PublishAsync((await EditAsync(null, fine with { Accrual = fine.Accrual with { CapPerReceipt = 0.25m } })).Value);

        var result = await PublishAsync((await EditAsync(null, Divided(0))).Value);

        Assert.Equal(("Programs.DecimalsTooFew", 2), (result.Rejection?.Code, result.Rejection?.Arguments[0]));
    }

    [Fact]
    public async Task A_waiting_version_can_be_withdrawn_and_never_computes()
    {
        var from = Till.Clock.UtcNow.AddDays(3);
        await PublishAsync((await EditAsync(null, At(10m))).Value, from);

        Assert.Null(await WithdrawAsync(2));

        Till.Clock.UtcNow = from.AddDays(1);
        Assert.Equal(5m, (await InForceAsync()).Accrual.Percent);
        Assert.Equal(VersionState.Withdrawn, (await Queries.FindAsync(Marketer, 2, default))!.Version.State);
        Assert.Equal(3, (await EditAsync(null, At(6m))).Value.Number);
    }

    [Fact]
    public async Task A_version_in_force_cannot_be_withdrawn()
    {
        await PublishAsync((await EditAsync(null, At(10m))).Value);

        Assert.Equal("Programs.NotScheduled", (await WithdrawAsync(2))?.Code);
        Assert.Equal("Programs.NotScheduled", (await WithdrawAsync(1))?.Code);
    }

    private Task<Rejection?> WithdrawAsync(int number) =>
        Till.Database.Get<WithdrawVersion>().ExecuteAsync(Marketer, number, "a mistake", default);

    private static ProgramConditions Divided(int decimals) => new() { Unit = new PointsUnit { Decimals = decimals } };
}
