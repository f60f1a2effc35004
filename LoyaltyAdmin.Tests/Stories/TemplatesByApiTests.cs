using LoyaltyAdmin.Domain.Programs.Setup;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Programs.Setup;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Api;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Tests.Stories;

/// <summary>Each template as it comes, published by the use cases, played through by API.</summary>
public sealed class TemplatesByApiTests
{
    private static readonly Actor Marketer = Actor.System("test");

    [Theory]
    [InlineData(ProgramKind.Discount)]
    [InlineData(ProgramKind.Bonus)]
    [InlineData(ProgramKind.Cumulative)]
    [InlineData(ProgramKind.Subscription)]
    [InlineData(ProgramKind.Club)]
    [InlineData(ProgramKind.Partner)]
    [InlineData(ProgramKind.Referral)]
    public async Task A_template_keeps_at_the_till_what_it_promises(ProgramKind kind)
    {
        await using var host = await ApiHost.StartAsync();
        using var culture = new Support.UseCulture("en");
        var answers = SetupBeginning.Of(host.Get<IStringLocalizer<ProgramsText>>()).Choose(kind, true);
        var inForce = (await host.Get<ProgramQueries>().OverviewAsync(Marketer, default)).InForce.Conditions;
        var draft = (await host.Get<EditDraft>().ExecuteAsync(Marketer, null, SetupTemplate.Compose(answers, inForce), default)).Value;
        var published = (await host.Get<PublishDraft>().ExecuteAsync(Marketer, draft, null, "From a template", default)).Value;
        var made = await host.Get<MakeSetup>().ExecuteAsync(Marketer, answers, published.Number, published.Note, default);
        Assert.Empty(made.Refused);

        await TemplateStories.PlayAsync(new TemplateShop(host.Caller(), host.Clock, host.Services, key => host.Caller(key)), kind);
    }
}
