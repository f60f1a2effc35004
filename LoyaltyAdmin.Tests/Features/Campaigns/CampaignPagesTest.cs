using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

/// <summary>Pages of campaigns on a real database, with a marketer who writes beside the one who looks.</summary>
public abstract class CampaignPagesTest : LoyaltyPageTest, IAsyncLifetime
{
    /// <summary>Another person than the one who looks at the pages.</summary>
    protected static readonly Actor Marketer = new("marketer@example.com", Roles.PermissionsOf(Roles.Marketer));

    protected CampaignPagesTest()
    {
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Services.AddPrograms();
        Services.AddTiers();
        Services.AddSubscriptions();
        Services.AddClubs();
        Services.AddMembers();
        Services.AddCampaigns();
        Services.AddExcel();
    }

    /// <summary>What a marketer usually promises: within the limits of approval.</summary>
    protected static CampaignTerms Terms { get; } = new()
    {
        Rewards = [new DiscountPercentReward { Percent = 10m }],
        Limits = new CampaignLimits { MoneyBudget = Money.Of(1_000m) },
    };

    protected string Address => new Uri(Services.GetRequiredService<NavigationManager>().Uri).PathAndQuery;

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    protected T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A draft of the marketer.</summary>
    protected async Task<int> DraftAsync(string key = "autumn", CampaignTerms? terms = null) =>
        (await Get<WriteCampaign>().CreateAsync(Marketer, new WriteCampaign.Draft { Key = key, Name = $"Campaign {key}", Terms = terms ?? Terms }, default)).Value;

    /// <summary>A campaign that was launched within the limits.</summary>
    protected async Task<int> LaunchedAsync(string key = "autumn", CampaignTerms? terms = null)
    {
        var id = await DraftAsync(key, terms);
        Assert.Empty((await Get<MoveCampaign>().SubmitAsync(Marketer, id, 0, default)).Value.Above);
        Assert.Null((await Get<MoveCampaign>().LaunchAsync(Marketer, id, 1, default)).Rejection);
        return id;
    }

    /// <summary>Says yes, with a reason, to every question from now on.</summary>
    protected List<string?> AnswerYes(string? reason = null)
    {
        var questions = new List<string?>();
        var dialogs = Get<DialogService>();
        dialogs.OnOpen += (_, _, parameters, _) =>
        {
            questions.Add(parameters[nameof(ConfirmDialog.Question)] as string);
            dialogs.Close(new Confirmation(reason));
        };
        return questions;
    }
}
