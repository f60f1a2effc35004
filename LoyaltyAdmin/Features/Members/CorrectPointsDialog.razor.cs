using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Grants or takes points by hand: says what will happen and asks why. One dialog is one operation, however often it is sent.</summary>
public sealed partial class CorrectPointsDialog
{
    private readonly string operationId = $"correction-{Guid.NewGuid():N}";
    private Rejection? refused;
    private string? general;
    private string? reason;
    private decimal? points;
    private bool add = true;
    private bool busy;

    [Inject] public required CorrectPoints Correct { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required MemberDetails Member { get; set; }

    /// <summary>What the member can spend now.</summary>
    [Parameter, EditorRequired] public Points Available { get; set; }

    /// <summary>How points are shown; dialogs stand outside of the frame that cascades it.</summary>
    [Parameter, EditorRequired] public required DisplayUnits Shown { get; set; }

    private string? Consequence
    {
        get
        {
            if (points is not > 0 || decimal.Round(points.Value, Shown.PointDecimals) != points)
            {
                return null;
            }

            var before = PointsScale.ToPoints(Available, Shown.PointDecimals);
            var after = add ? before + points.Value : before - points.Value;
            return after < 0
                ? Text["CorrectTooMuch", Formats.Points(Available.Value, Shown)]
                : Text[add ? "CorrectAddConsequence" : "CorrectTakeConsequence", Member.DisplayName, Formats.Number(after, Shown.PointDecimals), Formats.Number(before, Shown.PointDecimals)];
        }
    }

    /// <summary>Opens the dialog; true when points were corrected.</summary>
    public static async Task<bool> OpenAsync(DialogService dialogs, string title, Actor actor, MemberDetails member, Points available, DisplayUnits units) =>
        await dialogs.OpenAsync<CorrectPointsDialog>(
            title,
            new Dictionary<string, object?>
            {
                [nameof(Actor)] = actor,
                [nameof(Member)] = member,
                [nameof(Available)] = available,
                [nameof(Shown)] = units,
            }!,
            new DialogOptions { Width = "min(480px, 92vw)" }) is true;

    private string? Error(string field) => refused?.Field == field ? Refusals.TextOf(refused) : null;

    private async Task CorrectAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            var result = await Correct.ExecuteAsync(Actor, Member.Id, add, points ?? 0, reason ?? "", operationId, CancellationToken.None);
            if (result.Accepted(out _, out refused))
            {
                Dialogs.Close(true);
            }

            general = refused is { Field: null } ? Refusals.TextOf(refused) : null;
        }
        finally
        {
            busy = false;
        }
    }
}
