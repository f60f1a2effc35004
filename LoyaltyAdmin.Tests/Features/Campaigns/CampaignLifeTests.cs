using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

/// <summary>R20: a campaign is written, approved by another person above the limits, launched, paused and ended.</summary>
public sealed class CampaignLifeTests : IAsyncLifetime
{
    private static readonly Actor Everything = new("boss", new HashSet<Permission> { Permission.PromotionsView, Permission.PromotionsEdit, Permission.PromotionsApprove });
    private CampaignShop shop = null!;

    public async Task InitializeAsync() => shop = await CampaignShop.OpenAsync();

    public Task DisposeAsync()
    {
        shop.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Within_the_limits_the_author_goes_on_alone_above_them_another_person_decides()
    {
        var small = await WrittenAsync("small", 10, Money.Of(100));
        Assert.Empty((await Life.SubmitAsync(Everything, small, 0, default)).Value.Above);
        Assert.Equal(CampaignStatus.Approved, await StatusAsync(small));

        var deep = await WrittenAsync("deep", 60, null);
        var submitted = (await Life.SubmitAsync(Everything, deep, 0, default)).Value;
        Assert.Equal(["Campaigns.AboveMoneyNone", "Campaigns.AboveDepth"], submitted.Above.Select(a => a.Code));
        Assert.Equal("Campaigns.OwnWork", (await Life.ApproveAsync(Everything, deep, 1, null, default)).Rejection?.Code);
        Assert.Equal("Campaigns.NotInStateConflict", (await Life.LaunchAsync(Everything, deep, 1, default)).Rejection?.Code);
        Assert.Equal("Campaigns.RemarkMissing", (await Life.ReturnAsync(CampaignShop.Manager, deep, 1, " ", default)).Rejection?.Code);
        Assert.Null((await Life.ReturnAsync(CampaignShop.Manager, deep, 1, "Too deep", default)).Rejection);
        Assert.Equal(CampaignStatus.Draft, await StatusAsync(deep));
        await Life.SubmitAsync(Everything, deep, 2, default);
        Assert.Null((await Life.ApproveAsync(CampaignShop.Manager, deep, 3, "Once", default)).Rejection);
        Assert.Null((await Life.LaunchAsync(Everything, deep, 4, default)).Rejection);
        Assert.Equal(CampaignStatus.Running, await StatusAsync(deep));

        await using var db = shop.Till.Database.CreateDbContext();
        Assert.Equal(6, await db.AuditEntries.CountAsync(a => a.Subject == "Campaign" && a.SubjectId == deep.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Who_changes_what_was_approved_asks_again()
    {
        var id = await WrittenAsync("small", 10, Money.Of(100));
        await Life.SubmitAsync(Everything, id, 0, default);
        var deeper = new WriteCampaign.Draft { Name = "small", Terms = Terms(90, Money.Of(100)) };

        Assert.Null((await shop.Get<WriteCampaign>().RewriteAsync(Everything, id, 1, deeper, default)).Rejection);

        Assert.Equal(CampaignStatus.Draft, await StatusAsync(id));
        Assert.Equal("Campaigns.NotInStateConflict", (await Life.LaunchAsync(Everything, id, 2, default)).Rejection?.Code);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_one_is_told()
    {
        var id = await WrittenAsync("small", 10, Money.Of(100));
        var draft = new WriteCampaign.Draft { Name = "other", Terms = Terms(5, Money.Of(100)) };

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => shop.Get<WriteCampaign>().RewriteAsync(Everything, id, 0, draft, default))));

        Assert.Single(results, r => r.Rejection is null);
        Assert.All(results.Where(r => r.Rejection is not null), r => Assert.Equal("Common.ChangedByAnother", r.Rejection!.Code));
    }

    [Fact]
    public async Task A_launch_that_is_pressed_twice_opens_one_run_and_the_end_is_for_good()
    {
        var id = await WrittenAsync("small", 10, Money.Of(100));
        await Life.SubmitAsync(Everything, id, 0, default);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Life.LaunchAsync(Everything, id, 1, default))));
        var campaign = (await shop.Get<CampaignQueries>().FindAsync(Everything, id, default))!.Campaign;
        Assert.Single(campaign.Runs);

        Assert.Null((await Life.EndAsync(Everything, id, "Sold out", default)).Rejection);
        Assert.Equal(CampaignStatus.Ended, await StatusAsync(id));
        Assert.Equal("Campaigns.NotInStateConflict", (await Life.ResumeAsync(Everything, id, default)).Rejection?.Code);
        Assert.Equal("Campaigns.NotInStateConflict", (await Life.EndAsync(Everything, id, null, default)).Rejection?.Code);
    }

    [Fact]
    public async Task What_it_names_must_be_there_before_it_is_submitted()
    {
        var terms = Terms(10, Money.Of(100)) with { RequiresCode = "nowhere" };
        var id = (await shop.Get<WriteCampaign>().CreateAsync(Everything, new WriteCampaign.Draft { Key = "coded", Name = "Coded", Terms = terms }, default)).Value;

        Assert.Equal("Campaigns.KeyMissing", (await Life.SubmitAsync(Everything, id, 0, default)).Rejection?.Code);
        Assert.Equal("Campaigns.KeyTakenConflict", (await shop.Get<WriteCampaign>().CreateAsync(Everything, new WriteCampaign.Draft { Key = "coded", Name = "Coded", Terms = terms }, default)).Rejection?.Code);
    }

    [Fact]
    public async Task A_list_takes_members_by_any_of_their_names_once()
    {
        await shop.Till.MemberAsync("anna");
        await shop.Till.MemberAsync("boris");
        var lists = shop.Get<AudienceListBook>();
        var id = (await lists.CreateAsync(Everything, "vip", "VIP", default)).Value;

        var outcome = (await lists.AddAsync(Everything, id, ["anna", "boris", "anna", "nobody", ""], default)).Value;
        Assert.Equal((2, 0, 1), (outcome.Added, outcome.Already, outcome.Unknown.Count));
        var again = (await lists.AddAsync(Everything, id, ["boris"], default)).Value;
        Assert.Equal((0, 1), (again.Added, again.Already));
        Assert.Equal(2, await shop.Get<CampaignAudiences>().SizeAsync(Everything, new CampaignAudience { Kind = AudienceKind.Lists, Keys = ["vip"] }, default));
        Assert.Null(await lists.ClearAsync(Everything, id, default));
        Assert.Equal(0, (await lists.AllAsync(Everything, default))[0].Members);
    }

    private MoveCampaign Life => shop.Get<MoveCampaign>();

    private static CampaignTerms Terms(decimal percent, Money? budget) => new()
    {
        Audience = new() { Kind = AudienceKind.Everybody },
        Rewards = [new DiscountPercentReward { Percent = percent }],
        Limits = new() { MoneyBudget = budget },
    };

    private async Task<int> WrittenAsync(string key, decimal percent, Money? budget) =>
        (await shop.Get<WriteCampaign>().CreateAsync(Everything, new WriteCampaign.Draft { Key = key, Name = key, Terms = Terms(percent, budget) }, default)).Value;

    private async Task<CampaignStatus> StatusAsync(int id) => (await shop.Get<CampaignQueries>().FindAsync(Everything, id, default))!.Status;
}
