using Bunit;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Kpi;

public sealed class KpiAttentionTests : LoyaltyPageTest
{
    private static readonly JobReport Unbalanced =
        new([new JobCount("Accounts", 30), new JobCount("Unbalanced", 2)], new Rejection("Jobs.LedgerUnbalanced", 2));

    private KpiAttention Attention => new(Database, Database.Clock.Business);

    [Fact]
    public async Task A_ledger_that_did_not_add_up_in_its_last_proof_needs_attention_until_it_does()
    {
        await RunAsync("ledger-proof", Unbalanced);
        Assert.Equal([new AttentionItem("Attention.LedgerUnbalanced", 2, null, "/ledger-proof", IsBad: true)], await SeenByAsync(Roles.Administrator));

        await RunAsync("ledger-proof", JobReport.Of(new JobCount("Accounts", 30)));
        Assert.Empty(await SeenByAsync(Roles.Administrator));
    }

    [Fact]
    public async Task Jobs_whose_last_run_failed_need_attention_until_they_succeed()
    {
        await FailAsync("expire-points");
        await FailAsync("rollup-check");
        Assert.Equal([new AttentionItem("Attention.FailedJobs", 2, null, "/jobs", IsBad: true)], await SeenByAsync(Roles.Administrator));

        await RunAsync("expire-points", JobReport.Of());
        Assert.Equal(1, Assert.Single(await SeenByAsync(Roles.Administrator)).Count);
    }

    [Fact]
    public async Task A_run_that_is_under_way_says_nothing_yet()
    {
        await RunAsync("ledger-proof", Unbalanced);
        await Runs.StartAsync("ledger-proof", default);

        Assert.Equal("Attention.LedgerUnbalanced", Assert.Single(await SeenByAsync(Roles.Administrator)).Text);
    }

    [Fact]
    public async Task Each_sees_what_he_may_look_into()
    {
        await RunAsync("ledger-proof", Unbalanced);
        await FailAsync("expire-points");

        Assert.Equal(["/ledger-proof"], (await SeenByAsync(Roles.Manager)).Select(item => item.Href));
        Assert.Empty(await SeenByAsync(Roles.Operator));
    }

    [Theory]
    [InlineData("en", "The last ledger proof found differences. Accounts concerned: 2.")]
    [InlineData("ru", "Последняя сверка баллов нашла расхождения. Затронуто счетов: 2.")]
    public async Task It_is_said_in_words_with_the_way_there(string culture, string words)
    {
        using var language = new UseCulture(culture);
        await RunAsync("ledger-proof", Unbalanced);
        var items = await SeenByAsync(Roles.Administrator);

        var list = Render<AttentionList>(parameters => parameters.Add(l => l.Items, items));

        Assert.Contains(words, list.Markup, StringComparison.Ordinal);
        Assert.Equal("/ledger-proof", list.Find("a").GetAttribute("href"));
    }

    private JobRuns Runs => new(Database, Database.Clock.Business);

    private Task<IReadOnlyList<AttentionItem>> SeenByAsync(string role) =>
        Attention.ListAsync(new Actor("someone", Roles.PermissionsOf(role)), default);

    private async Task RunAsync(string job, JobReport report) => await Runs.ReportAsync(await Runs.StartAsync(job, default), report);

    private async Task FailAsync(string job) => await Runs.FailAsync(await Runs.StartAsync(job, default), new InvalidOperationException("No"));
}
