using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Programs;

/// <summary>A program on a real database, and a marketer.</summary>
public abstract class ProgramsTest : IAsyncLifetime
{
    protected static readonly Actor Marketer = new("marketer@example.com", Roles.PermissionsOf(Roles.Marketer));

    protected Till Till { get; private set; } = null!;

    protected ProgramQueries Queries => Till.Database.Get<ProgramQueries>();

    public async Task InitializeAsync() => Till = await Till.OpenAsync();

    public Task DisposeAsync()
    {
        Till.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Conditions with this rate.</summary>
    protected static ProgramConditions At(decimal percent) => new() { Accrual = new AccrualConditions { Percent = percent } };

    protected Task<Result<DraftRead>> EditAsync(DraftRead? read, ProgramConditions conditions) =>
        Till.Database.Get<EditDraft>().ExecuteAsync(Marketer, read, conditions, default);

    protected Task<Result<PublishDraft.Published>> PublishAsync(DraftRead read, DateTime? from = null, string note = "spring") =>
        Till.Database.Get<PublishDraft>().ExecuteAsync(Marketer, read, from, note, default);

    protected Task<ProgramOverview> OverviewAsync() => Queries.OverviewAsync(Marketer, default);

    protected async Task<ProgramConditions> InForceAsync()
    {
        var timeline = await Till.Database.Get<ProgramTimelines>().GetAsync(default);
        return timeline.InForceAt(Till.Clock.UtcNow).Conditions;
    }
}
