using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>What can be done with a campaign in its state by the one who looks at it.</summary>
public sealed partial class CampaignActions
{
    [Inject] public required MoveCampaign Moving { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required CampaignRow Row { get; set; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required CampaignWords Words { get; set; }

    /// <summary>Why a second person is asked.</summary>
    [Parameter] public IReadOnlyList<Rejection> Above { get; set; } = [];

    /// <summary>Told when something was done.</summary>
    [Parameter] public EventCallback Done { get; set; }

    private int Id => Row.Campaign.Id;

    private int Revision => Row.Campaign.Revision;

    private CampaignVersionState? State => Row.Campaign.EndedAt is null ? Row.Campaign.Open?.State : null;

    private bool MayEdit => Actor.May(Permission.PromotionsEdit);

    private bool IsOwn => Row.Campaign.Open?.Author == Actor.Name;

    private bool CanEnd => Row.Campaign is { EndedAt: null, Live: not null } && Row.Status != CampaignStatus.Ended;

    private string Given => Text["GivenSoFar", Words.Figures.Count(Row.Total.Uses, "Use"), Words.Figures.Money(Row.Total.Money.Amount)];

    private string EndQuestion => Text["EndQuestion", Given];

    private string ApproveQuestion => Text["ApproveQuestion", Words.Gives(Row.Campaign.Open!.Terms), string.Join(" ", Above.Select(Refusals.TextOf))];

    private string LaunchQuestion => Row.Campaign.Live is null
        ? Text["LaunchQuestion", Words.Period(Row.Campaign.Open!.Terms.Period), Words.Audience(Row.Campaign.Open.Terms.Audience)]
        : Text["LaunchNextQuestion", Row.Campaign.Open!.Number, Row.Campaign.Live.Number];

    private Task SubmitAsync() => ShowAsync(async () =>
    {
        var result = await Moving.SubmitAsync(Actor, Id, Revision, CancellationToken.None);
        return result.Accepted(out var submitted, out var rejection) ? (null, submitted.Above.Count == 0 ? "ApprovedAtOnce" : "SentForApproval") : (rejection, "");
    });

    private Task RunAsync(Func<CancellationToken, Task<Result<int>>> step, Deed deed) => ShowAsync(async () => ((await step(CancellationToken.None)).Rejection, $"Done.{deed}"));

    private async Task ShowAsync(Func<Task<(Rejection? Rejection, string Done)>> work)
    {
        var (rejection, done) = await work();
        if (rejection is null)
        {
            Refusals.Done(Text[done]);
        }
        else
        {
            Refusals.Show(rejection);
        }

        await Done.InvokeAsync();
    }

    /// <summary>What was done, to be told.</summary>
    private enum Deed
    {
        Launch,
        Approve,
        Return,
        Pause,
        Resume,
        End,
    }
}
