using System.Globalization;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>Members behind whom somebody at a till may be, with the rule that says so.</summary>
public sealed partial class SuspectsPage
{
    private Choice<SuspectRule?>[] rules = [];

    [Inject] public required SuspectQueries Queries { get; init; }

    private IEnumerable<string> Figures => [Text["Suspects.Count", Formats.Number(Shown!.Total)]];

    protected override TableList<SuspectRow, SuspectFilter> Describe() => SuspectTable.List(Text);

    protected override Task OpenAsync()
    {
        rules = [new(Text["Suspect.Any"], null), .. Enum.GetValues<SuspectRule>().Select(rule => new Choice<SuspectRule?>(Text[$"Suspect.{rule}"], rule))];
        return Task.CompletedTask;
    }

    protected override Task<SuspectList> ReadAsync(ListState<SuspectFilter> state, PageRequest page) => Queries.ReadAsync(Actor, state.Filter, page, Cancelled);

    private string? Open(SuspectRow row) => Actor.May(Permission.MembersView) ? $"/members/{row.MemberId.ToString(CultureInfo.InvariantCulture)}?tab=questionnaire" : null;
}
