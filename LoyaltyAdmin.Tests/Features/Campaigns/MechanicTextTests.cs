using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Gallery;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Editor;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

public sealed class MechanicTextTests
{
    private static readonly IStringLocalizer<CampaignsText> Text =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<CampaignsText>>();

    public static TheoryData<string> Languages => ["en", "ru"];

    private static IEnumerable<(string Kind, string Key, Type Settings)> Mechanics =>
        ConditionCatalog.All.Select(m => ("Condition", m.Key, m.Settings)).Concat(RewardCatalog.All.Select(m => ("Reward", m.Key, m.Settings)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_mechanic_setting_and_choice_has_words(string language)
    {
        using var _ = new UseCulture(language);
        var words = Mechanics.SelectMany(m => new[] { Text[$"{m.Kind}.{m.Key}"], Text[$"{m.Kind}.{m.Key}.Help"] })
            .Concat(Mechanics.SelectMany(m => AskedSetting.Of(m.Settings).Select(s => MechanicText.Setting(Text, m.Key, s.Name))))
            .Concat(Choices().Select(c => MechanicText.Choice(Text, c)))
            .Concat(Enum.GetValues<CampaignStatus>().Select(s => Text[$"Status.{s}"]))
            .Concat(Enum.GetValues<CampaignGoal>().SelectMany(g => new[] { Text[$"Goal.{g}"], Text[$"Goal.{g}.Lead"] }))
            .Concat(Enum.GetValues<TemplateGap>().Select(g => Text[$"Gap.{g}"]))
            .Concat(Enum.GetValues<CampaignVersionState>().Select(s => Text[$"VersionState.{s}"]))
            .Concat(MechanicOffer.Conditions.Select(t => Text[$"Theme.{t.Theme}"])).Concat(MechanicOffer.Rewards.Select(t => Text[$"Theme.{t.Theme}"]));

        Assert.Empty(words.Where(w => w.ResourceNotFound).Select(w => w.Name));
    }

    [Fact]
    public void Every_mechanic_is_offered_or_kept_back()
    {
        var offered = MechanicOffer.Conditions.SelectMany(t => t.Mechanics.Select(m => m.Key)).Concat(MechanicOffer.Rewards.SelectMany(t => t.Mechanics.Select(m => m.Key))).ToList();

        Assert.Equal(offered.Count, offered.Distinct().Count());
        Assert.Equal(Mechanics.Select(m => m.Key).Order(), offered.Concat(["segment", "draw-chances", "issue-gift-card"]).Order());
        Assert.DoesNotContain(offered, MechanicOffer.IsKeptBack);
    }

    [Fact]
    public void A_setting_is_changed_in_a_copy()
    {
        foreach (var (_, _, type) in Mechanics)
        {
            var settings = Activator.CreateInstance(type)!;
            foreach (var setting in AskedSetting.Of(type))
            {
                var copy = setting.With(settings, setting.ValueIn(settings));
                Assert.NotSame(settings, copy);
                Assert.Equal(settings, copy);
            }
        }

        var sum = AskedSetting.Of(typeof(ReceiptSumCondition)).Single(s => s.Name == nameof(ReceiptSumCondition.AtLeast));
        var before = new ReceiptSumCondition();
        Assert.Equal(new ReceiptSumCondition { AtLeast = 7m }, sum.WithNumber(before, 7m));
        Assert.Equal(new ReceiptSumCondition(), before);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_mechanic_is_said_in_words(string language)
    {
        using var _ = new UseCulture(language);
        var say = new CampaignFigures(Text, DisplayUnits.Plain, null);
        var phrases = ConditionCatalog.All.Select(m => new ConditionWords(say).Phrase(MechanicOffer.New(m, new DateOnly(2026, 3, 1))))
            .Concat(RewardCatalog.All.SelectMany(m => new[] { true, false }.Select(f => new RewardWords(say).Phrase(MechanicOffer.New(m), f))))
            .Concat(Enum.GetValues<CollectedSpan>().Select(s => new ConditionWords(say).Phrase(new CollectedCondition { Span = s, Repeats = false, Goods = new() { Skus = ["a"] } })))
            .Concat(Enum.GetValues<RewardPer>().Select(p => new RewardWords(say).Phrase(new DiscountSumReward { Per = p, On = RewardTarget.Chosen }, false)))
            .Concat(CampaignGallery.All.SelectMany(t => new CampaignWords(Text, DisplayUnits.Plain).Chapters(t.Terms)).SelectMany(c => c.Lines.Append(c.Heading))).ToList();

        Assert.DoesNotContain(phrases, p => p.Contains("Say.", StringComparison.Ordinal) || p.Contains("Count.", StringComparison.Ordinal) || p.Contains("Choice.", StringComparison.Ordinal) || p.Contains('{', StringComparison.Ordinal));
        Assert.All(phrases, p => Assert.NotEqual("", p.Trim()));
    }

    [Fact]
    public void A_tree_of_conditions_is_built_as_it_was_read()
    {
        Condition[] trees =
        [
            new AllOf(),
            new FirstPurchaseCondition(),
            new AnyOf(new FirstPurchaseCondition(), new Not(new AllOf(new BirthdayCondition(), new NthPurchaseCondition()))),
            new Not(new Not(new BirthdayCondition())),
        ];

        foreach (var tree in trees)
        {
            var built = ConditionDraft.Root(tree).Build();
            Assert.Equal(new ConditionWords(new CampaignFigures(Text, DisplayUnits.Plain, null)).Lines(tree), new ConditionWords(new CampaignFigures(Text, DisplayUnits.Plain, null)).Lines(built));
        }
    }

    private static IEnumerable<object> Choices() => Mechanics.SelectMany(m => AskedSetting.Of(m.Settings)).Where(s => s.Kind == SettingKind.Choice).Select(s => s.Plain)
        .Concat([typeof(BudgetBlock), typeof(ShortBudget), typeof(OnReturn), typeof(AudienceKind), typeof(GroupMode), typeof(GroupScope), typeof(LoyaltyAdmin.Domain.Receipts.Engine.ReceiptPhase), typeof(PriceSeen), typeof(PercentStacking), typeof(MultiplierStacking)])
        .Distinct().SelectMany(t => Enum.GetValues(t).Cast<object>());
}
