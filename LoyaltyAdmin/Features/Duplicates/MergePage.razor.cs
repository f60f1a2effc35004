using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>Two members side by side: who stays, whose value of each field, what will move; to be merged or told apart.</summary>
public sealed partial class MergePage
{
    private readonly HashSet<MergeField> taken = [];
    private IReadOnlyList<MergeField> open = [];
    private MergeSide? survivor;
    private MergeSide? other;
    private DuplicatePair? pair;
    private bool missing;

    [Inject] public required MemberQueries Members { get; init; }

    [Inject] public required DuplicateQueries Queries { get; init; }

    [Inject] public required MergeMembers Merge { get; init; }

    [Inject] public required DecidePair Decide { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public long First { get; set; }

    [Parameter] public long Second { get; set; }

    /// <summary>Who is to stay; the one with more receipts where the address does not say.</summary>
    [SupplyParameterFromQuery] public long? Keep { get; set; }

    private bool IsOpen => survivor!.Details.MergedIntoId is null && other!.Details.MergedIntoId is null;

    private long Survivor => survivor!.Details.MergedIntoId ?? other!.Details.MergedIntoId ?? survivor.Details.Id;

    private string Question => string.Join(
        " ",
        [Text["MergeQuestion", other!.Details.DisplayName, other.Details.Id, survivor!.Details.DisplayName, survivor.Details.Id], .. Numbers]);

    /// <summary>What is no choice: it comes together.</summary>
    private IEnumerable<(string Name, string One, string Two)> Facts =>
    [
        (Text["ExternalId"], survivor!.Details.Profile.ExternalId ?? "—", other!.Details.Profile.ExternalId ?? "—"),
        (Text["Cards"], CardsOf(survivor), CardsOf(other)),
        (Text["Available"], Points(survivor.Balance.Available), Points(other.Balance.Available)),
        (Text["Pending"], Points(survivor.Balance.Pending), Points(other.Balance.Pending)),
        (Text["Receipts"], Formats.Number(survivor.Details.Receipts), Formats.Number(other.Details.Receipts)),
        (Text["Revenue"], Money(survivor), Money(other)),
        (Text["LastReceipt"], LastOf(survivor), LastOf(other)),
    ];

    /// <summary>What will happen.</summary>
    private IEnumerable<string> Outcome => [.. Numbers, Text["Outcome.Names"], Text["Outcome.Undo"]];

    /// <summary>What will move, in numbers.</summary>
    private IEnumerable<string> Numbers
    {
        get
        {
            var gone = other!;
            yield return Text["Outcome.Points", Points(gone.Balance.Available), Points(gone.Balance.Pending), gone.Lots];
            yield return Text["Outcome.Receipts", gone.Details.Receipts, gone.Details.Cards.Count];
            if (!gone.Balance.Debt.IsZero)
            {
                yield return Text["Outcome.Debt", Points(gone.Balance.Debt)];
            }

            if (gone.Holds > 0)
            {
                yield return Text["Outcome.Holds", gone.Holds];
            }

            if (gone.HasLevel || survivor!.HasLevel)
            {
                yield return Text["Outcome.Tier"];
            }
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        var ids = survivor is null || other is null ? (0, 0) : DuplicatePair.Ordered(survivor.Details.Id, other.Details.Id);
        if (ids != DuplicatePair.Ordered(First, Second) || (Keep is { } keep && survivor!.Details.Id != keep))
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var (one, two) = (await SideAsync(First), await SideAsync(Second));
        missing = one is null || two is null || First == Second;
        if (missing)
        {
            return;
        }

        var keepsSecond = Keep is { } keep ? keep == Second : two!.Details.Receipts > one!.Details.Receipts;
        (survivor, other) = keepsSecond ? (two, one) : (one, two);
        pair = await Queries.PairAsync(First, Second, Cancelled);
        open = MergeRule.Open(survivor!.Values, other!.Values);
        taken.Clear();
        taken.UnionWith(MergeRule.Suggest(survivor.Values, other.Values, other.Details.LastReceiptOn > survivor.Details.LastReceiptOn));
    }

    private async Task<MergeSide?> SideAsync(long id)
    {
        if (await Members.DetailsAsync(id, Cancelled) is not { } details || await Members.BalanceAsync(id, Clock.UtcNow, Cancelled) is not { } balance)
        {
            return null;
        }

        var (lots, holds, hasLevel) = await Queries.CountsAsync(id, Cancelled);
        return new MergeSide(details.For(await ActorAsync()), ValuesOf(details), balance, lots, holds, hasLevel);
    }

    private Task SwapAsync()
    {
        Navigation.NavigateTo($"{DuplicatesTable.Path}/{First}/{Second}?keep={other!.Details.Id}", replace: true);
        return Task.CompletedTask;
    }

    private void Take(MergeField field, bool takesOther) => _ = takesOther ? taken.Add(field) : taken.Remove(field);

    private async Task MergeAsync(string? reason)
    {
        var order = new MergeMembers.Order
        {
            SourceId = other!.Details.Id,
            TargetId = survivor!.Details.Id,
            Versions = (other.Details.Version, survivor.Details.Version),
            Taken = taken.ToHashSet(),
            Reason = reason ?? "",
        };
        if ((await Merge.ExecuteAsync(await ActorAsync(), order, Cancelled)).Rejection is { } rejection)
        {
            Refusals.Show(rejection);
            await ReadAsync();
            return;
        }

        Refusals.Done(Text["MergeDone"]);
        Navigation.NavigateTo($"/members/{survivor.Details.Id}");
    }

    private Task DismissAsync(string? reason) => DecideAsync(Decide.DismissAsync, Text["DismissDone"], leave: true);

    private Task ReopenAsync(string? reason) => DecideAsync(Decide.ReopenAsync, Text["ReopenDone"], leave: false);

    private async Task DecideAsync(Func<Actor, int, CancellationToken, Task<Domain.Values.Rejection?>> decide, string done, bool leave)
    {
        if (await decide(await ActorAsync(), pair!.Id, Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
        }
        else
        {
            Refusals.Done(done);
        }

        if (leave)
        {
            Navigation.NavigateTo(DuplicatesTable.Path);
        }
        else
        {
            await ReadAsync();
        }
    }

    private string Points(Domain.Values.Points points) => Formats.Points(points.Value, Units);

    private string Money(MergeSide side) => Formats.Money(side.Details.NetRevenueMinor / 100m, Units.Currency);

    private string LastOf(MergeSide side) => side.Details.LastReceiptOn is { } day ? Formats.Date(day) : Text["Never"];

    private static string CardsOf(MergeSide side) =>
        side.Details.Cards.Count == 0 ? "—" : string.Join(", ", side.Details.Cards.Select(c => CardNumber.Grouped(c.Number)));

    /// <summary>In words; contacts as the person may see them.</summary>
    private string? ValueOf(MergeField field, MergeSide side) => (field, side.Values[field]) switch
    {
        (MergeField.Phone, _) => side.Details.Profile.Phone,
        (MergeField.Email, _) => side.Details.Profile.Email,
        (_, null) => null,
        (_, DateOnly day) => Formats.Date(day),
        (_, DateTime) => Formats.Date(side.Values.JoinedOn),
        (_, bool agreed) => Text[agreed ? "OffersYes" : "OffersNo"],
        (_, var value) => value.ToString(),
    };

    private static MergedValues ValuesOf(MemberDetails details) => new()
    {
        LastName = details.Profile.LastName,
        FirstName = details.Profile.FirstName,
        BirthDate = details.Profile.BirthDate,
        Phone = details.Profile.Phone,
        Email = details.Profile.Email,
        JoinedAt = details.JoinedAt,
        JoinedOn = details.JoinedOn,
        Channel = details.Profile.Channel,
        AgreedToOffers = details.Profile.AgreedToOffers,
        Note = details.Profile.Note,
    };

    /// <summary>One member as it stands in the comparison: the details as the person may see them, the values to choose from in full.</summary>
    private sealed record MergeSide(MemberDetails Details, MergedValues Values, MemberBalance Balance, int Lots, int Holds, bool HasLevel);
}
