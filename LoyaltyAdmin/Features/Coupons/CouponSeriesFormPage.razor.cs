using System.Globalization;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>A marketer makes a series of coupons or changes its terms.</summary>
public sealed partial class CouponSeriesFormPage
{
    private CouponSeriesPlan plan = new();
    private IReadOnlyList<Rejection> problems = [];
    private string title = "";
    private string? general;
    private int version;
    private bool ready;
    private bool missing;
    private bool changed;
    private bool busy;

    [Inject] public required CouponQueries Queries { get; init; }

    [Inject] public required SaveCouponSeries Saving { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>The series to change; null to make one.</summary>
    [Parameter] public long? Id { get; set; }

    /// <summary>Null while the form describes no code.</summary>
    private string? Example => plan.Length is >= CouponSeriesPlan.ShortestRandom and <= CouponSeriesPlan.LongestRandom ? plan.Prefix.ToUpperInvariant() + new string('•', plan.Length) : null;

    protected override async Task OnParametersSetAsync()
    {
        if (ready || missing)
        {
            return;
        }

        var actor = await ActorAsync();
        if (Id is { } id)
        {
            var row = await Queries.FindAsync(actor, id, Cancelled);
            (missing, plan) = (row is null, row is null ? plan : PlanOf(row));
            (version, title) = (row?.Series.Version ?? 0, row?.Series.Name ?? "");
        }
        else
        {
            var now = Clock.UtcNow;
            plan = plan with { From = (await Timelines.GetAsync(Cancelled)).CalendarAt(now).DayOf(now), Key = $"coupons-{(await Queries.SeriesAsync(actor, Cancelled)).Count + 1}" };
        }

        ready = !missing;
    }

    private static CouponSeriesPlan PlanOf(CouponSeriesRow row) => new()
    {
        Key = row.Series.Key,
        Name = row.Series.Name,
        Kind = row.Series.Kind,
        From = row.FirstDay,
        To = row.LastDay,
        TermDays = row.Series.TermDays,
        UsesPerCode = row.Series.UsesPerCode,
        UsesPerMember = row.Series.UsesPerMember,
        UsesTotal = row.Series.UsesTotal,
        MembersOnly = row.Series.MembersOnly,
    };

    private static string? Written(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Whole(string? text) => string.IsNullOrWhiteSpace(text) ? null : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private string? Error(string field) => problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? Refusals.TextOf(problem) : null;

    private void Set(CouponSeriesPlan wanted) => (plan, changed) = (wanted, true);

    private async Task SaveAsync()
    {
        if (busy)
        {
            return;
        }

        (problems, general) = (plan.Check(isNew: Id is null), null);
        if (problems.Count > 0)
        {
            general = Text["NotSaved"];
            return;
        }

        busy = true;
        try
        {
            var actor = await ActorAsync();
            var saved = Id is { } id ? await ChangeAsync(id) : await Task.Run(() => Saving.CreateAsync(actor, plan, Cancelled), Cancelled);
            if (saved.Accepted(out var series, out var rejection))
            {
                changed = false;
                Refusals.Done(Text["Saved"]);
                Navigation.NavigateTo($"/coupons/{series}");
                return;
            }

            (problems, general) = ([rejection], rejection.Field is null ? Refusals.TextOf(rejection) : Text["NotSaved"]);

            async Task<Result<long>> ChangeAsync(long known) => await Saving.ChangeAsync(actor, known, version, plan, Cancelled) is { } refused ? refused : known;
        }
        finally
        {
            busy = false;
        }
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext context)
    {
        if (changed && await ConfirmDialog.AskAsync(Dialogs, Text["LeavePage"], Text["LeavePageQuestion"]) is null)
        {
            context.PreventNavigation();
        }
    }
}
