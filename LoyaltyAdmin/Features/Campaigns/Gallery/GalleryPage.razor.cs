using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Gallery;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Gallery;

/// <summary>Ready campaigns by goal: what the customer gets, what is still to be chosen, one click to the editor.</summary>
public sealed partial class GalleryPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private CampaignWords? words;

    [Inject] public required CampaignAudiences Audiences { get; init; }

    /// <summary>The goal that is looked for; null for all.</summary>
    [SupplyParameterFromQuery(Name = "goal")] public string? Goal { get; set; }

    private bool MayEdit => actor.May(Permission.PromotionsEdit);

    private CampaignGoal? Chosen => Enum.TryParse<CampaignGoal>(Goal, ignoreCase: true, out var goal) && Enum.IsDefined(goal) ? goal : null;

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        words = new CampaignWords(Text, Units, await Audiences.KeysAsync(Cancelled));
    }

    private static string IconOf(CampaignTemplate template) => template.Terms.Rewards[0] switch
    {
        ExtraPercentReward or FixedPointsReward or MultiplierReward => "stars",
        SpendingRuleReward => "account_balance_wallet",
        GiftProductReward or IssueGiftCardReward => "redeem",
        IssueCouponReward => "confirmation_number",
        _ => "sell",
    };

    /// <summary>What only the shop knows and has to fill in.</summary>
    private List<string> Asks(CampaignTemplate template) =>
    [
        .. TemplateGaps.Of(template.Terms).Select(gap => Text[$"Gap.{gap}"].Value),
    ];
}
