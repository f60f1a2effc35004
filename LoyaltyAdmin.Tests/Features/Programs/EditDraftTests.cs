using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Security.Audit;

namespace LoyaltyAdmin.Tests.Features.Programs;

public sealed class EditDraftTests : ProgramsTest
{
    [Fact]
    public async Task The_first_change_begins_the_draft_and_leaves_what_is_in_force()
    {
        var draft = (await EditAsync(null, At(7m))).Value;

        var overview = await OverviewAsync();
        Assert.Equal(2, draft.Number);
        Assert.Equal(draft, overview.Draft);
        Assert.Equal(7m, overview.DraftVersion!.Conditions.Accrual.Percent);
        Assert.Equal(5m, (await InForceAsync()).Accrual.Percent);
    }

    [Fact]
    public async Task A_draft_keeps_conditions_that_cannot_be_published()
    {
        await EditAsync(null, At(700m) with { Currency = "" });

        var draft = (await OverviewAsync()).DraftVersion!;
        Assert.Equal(700m, draft.Conditions.Accrual.Percent);
        Assert.Equal("", draft.Conditions.Currency);
    }

    [Fact]
    public async Task A_change_of_a_draft_that_another_changed_meanwhile_is_refused()
    {
        var read = (await EditAsync(null, At(6m))).Value;
        await EditAsync(read, At(7m));

        var lost = await EditAsync(read, At(8m));

        Assert.Equal("Common.ChangedByAnother", lost.Rejection?.Code);
        Assert.Equal(7m, (await OverviewAsync()).DraftVersion!.Conditions.Accrual.Percent);
    }

    [Fact]
    public async Task Of_many_who_begin_the_draft_at_once_one_does()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => EditAsync(null, At(i)))));

        Assert.Single(results, r => r.Rejection is null);
        Assert.All(results.Where(r => r.Rejection is not null), r => Assert.Equal("Common.ChangedByAnother", r.Rejection!.Code));
        Assert.Equal(2, (await OverviewAsync()).Versions.Count);
    }

    [Fact]
    public async Task Of_two_changes_at_once_of_the_same_draft_one_is_saved()
    {
        var read = (await EditAsync(null, At(6m))).Value;

        var results = await Task.WhenAll(Enumerable.Range(10, 6).Select(i => Task.Run(() => EditAsync(read, At(i)))));

        var saved = Assert.Single(results, r => r.Rejection is null).Value;
        Assert.Equal(saved, (await OverviewAsync()).Draft);
    }

    [Fact]
    public async Task A_save_without_a_change_changes_nothing()
    {
        var read = (await EditAsync(null, At(6m))).Value;

        Assert.Equal(read, (await EditAsync(read, At(6m))).Value);
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_and_the_next_takes_its_number()
    {
        var read = (await EditAsync(null, At(6m))).Value;

        Assert.Null(await Till.Database.Get<DiscardDraft>().ExecuteAsync(Marketer, read, default));

        Assert.Null((await OverviewAsync()).Draft);
        Assert.Equal(2, (await EditAsync(null, At(8m))).Value.Number);
    }

    [Fact]
    public async Task A_draft_that_another_changed_is_not_discarded()
    {
        var read = (await EditAsync(null, At(6m))).Value;
        await EditAsync(read, At(7m));

        var rejection = await Till.Database.Get<DiscardDraft>().ExecuteAsync(Marketer, read, default);

        Assert.Equal("Common.ChangedByAnother", rejection?.Code);
        Assert.NotNull((await OverviewAsync()).Draft);
    }

    [Fact]
    public async Task Changes_of_the_draft_are_in_its_history_with_their_author()
    {
        var read = (await EditAsync(null, At(6m))).Value;
        await EditAsync(read, At(7m));

        var history = await Till.Database.Make<AuditQueries>().ListAsync(Actor.System("test"), new AuditFilter(nameof(ProgramVersion), "2"), new(0, 10), default);

        Assert.Equal(["Changed", "Created"], history.Rows.Select(r => r.Action));
        Assert.All(history.Rows, r => Assert.Equal(Marketer.Name, r.Author));
        Assert.Equal(("6", "7"), (history.Rows[0].Changes[0].Before, history.Rows[0].Changes[0].After));
    }

    [Theory]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Operator)]
    public async Task Who_may_not_edit_is_stopped(string role)
    {
        var actor = new Actor("x", Roles.PermissionsOf(role));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => Till.Database.Get<EditDraft>().ExecuteAsync(actor, null, At(6m), default));
    }
}
