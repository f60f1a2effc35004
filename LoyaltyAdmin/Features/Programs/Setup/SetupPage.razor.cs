using LoyaltyAdmin.Domain.Programs.Setup;
using LoyaltyAdmin.Features.Programs.Economics;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>A program from templates: its kinds, the few figures that matter, what it brings and costs, and its publication.</summary>
public sealed partial class SetupPage
{
    private const decimal UsualMargin = 0.30m;
    private SetupAnswers answers = new();
    private decimal margin = UsualMargin;
    private SetupMade? made;

    [Inject] public required MeasureShop Measure { get; init; }

    [Inject] public required MakeSetup Make { get; init; }

    protected override string Home => "/program/conditions";

    protected override async Task OnInitializedAsync()
    {
        answers = SetupBeginning.Of(Text);
        await base.OnInitializedAsync();
        var figures = await Measure.ExecuteAsync(await ActorAsync(), Cancelled);
        margin = figures.AssumedMargin ?? figures.Margin ?? UsualMargin;
    }

    /// <summary>The plan, the club and the partner are made once the conditions stand that they go with.</summary>
    protected override async Task LeaveAsync(PublishDraft.Published published)
    {
        made = await Make.ExecuteAsync(await ActorAsync(), answers, published.Number, published.Note, Cancelled);
        StateHasChanged();
    }

    private void Apply(SetupAnswers changed)
    {
        answers = changed;
        if (answers.Kinds.Count == 0)
        {
            Form!.Reset();
        }
        else
        {
            Form!.Set(SetupTemplate.Compose(answers, Overview!.InForce.Conditions));
        }
    }

    /// <summary>Asks first what could stop the plan, the club or the partner afterwards.</summary>
    private async Task PublishAllAsync()
    {
        if (await Make.CheckAsync(answers, Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        await PublishAsync();
    }
}
