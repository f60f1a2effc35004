using System.Globalization;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Why;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Members;

/// <summary>The tabs of a member's page.</summary>
public enum MemberTab
{
    Entries,
    Lots,
    Receipts,
    Cards,
    Questionnaire,
    History,
}

/// <summary>One member: who it is, the points, what can be done, and what happened.</summary>
public sealed partial class MemberPage
{
    private const int FewBuckets = 5;
    private Actor actor = new("", new HashSet<Permission>());
    private MemberDetails? member;
    private MemberBalance? balance;
    private bool missing;
    private bool allBuckets;
    private int changes;

    [Inject] public required MemberQueries Queries { get; init; }

    [Inject] public required BlockMember Block { get; init; }

    [Inject] public required ExplainBalance Explain { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter] public long Id { get; set; }

    [SupplyParameterFromQuery] public string? Tab { get; set; }

    private MemberTab Current => Enum.TryParse<MemberTab>(Tab, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : MemberTab.Entries;

    private Task<Explanation?> ExplainBalanceAsync() => Explain.ExecuteAsync(actor, Id, Cancelled);

    private bool IsBlocked => member?.Status == MemberStatus.Blocked;

    private bool IsMerged => member?.MergedIntoId is not null;

    private string Subtitle => string.Join(
        " · ",
        new[] { Text["MemberNumber", Key(Id)].Value, member!.Profile.Phone, Text["MemberSince", Formats.Date(member.JoinedOn)].Value }.Where(part => part is not null));

    private string BlockQuestion => IsBlocked
        ? Text["UnblockConsequence", member!.DisplayName]
        : Text["BlockConsequence", member!.DisplayName, Formats.Points(balance!.Available.Value, Units)];

    private IEnumerable<(string Name, string Value)> Facts => new (string Name, string? Value)[]
    {
        (Text["Phone"], member!.Profile.Phone),
        (Text["Email"], member.Profile.Email),
        (Text["ExternalId"], member.Profile.ExternalId),
        (Text["BirthDate"], member.Profile.BirthDate is { } born ? Formats.Date(born) : null),
        (Text["Channel"], member.Profile.Channel),
        (Text["Offers"], Text[member.Profile.AgreedToOffers ? "OffersYes" : "OffersNo"]),
        (Text["Receipts"], Formats.Number(member.Receipts)),
        (Text["Revenue"], Formats.Money(member.NetRevenueMinor / 100m, Units.Currency)),
        (Text["LastReceipt"], member.LastReceiptOn is { } last ? Formats.Date(last) : Text["Never"]),
        (Text["Note"], member.Profile.Note),
    }.Where(fact => fact.Value is not null).Select(fact => (fact.Name, fact.Value!));

    protected override async Task OnParametersSetAsync()
    {
        if (member?.Id != Id)
        {
            actor = await ActorAsync();
            await ReloadAsync();
        }
    }

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    private string AddressOf(MemberTab tab) =>
        tab == MemberTab.Entries ? $"/members/{Key(Id)}" : $"/members/{Key(Id)}?tab={tab.ToString().ToLowerInvariant()}";

    private async Task ReloadAsync()
    {
        member = (await Queries.DetailsAsync(Id, Cancelled))?.For(actor);
        balance = await Queries.BalanceAsync(Id, Clock.UtcNow, Cancelled);
        missing = member is null;
        changes++;
    }

    /// <summary>Reads what is shown above the tabs, and leaves the tab as it is.</summary>
    private async Task ReloadBalanceAsync()
    {
        member = (await Queries.DetailsAsync(Id, Cancelled))?.For(actor);
        balance = await Queries.BalanceAsync(Id, Clock.UtcNow, Cancelled);
    }

    private async Task BlockAsync(string? reason)
    {
        var done = IsBlocked ? Text["UnblockedDone"] : Text["BlockedDone"];
        var rejection = IsBlocked
            ? await Block.UnblockAsync(actor, Id, reason ?? "", Cancelled)
            : await Block.BlockAsync(actor, Id, reason ?? "", Cancelled);
        if (rejection is not null)
        {
            Refusals.Show(rejection);
            return;
        }

        await ReloadAsync();
        Refusals.Done(done);
    }

    private async Task CorrectAsync()
    {
        if (await CorrectPointsDialog.OpenAsync(Dialogs, Text["CorrectTitle"], actor, member!, balance!.Available, Units))
        {
            await ReloadAsync();
            Refusals.Done(Text["CorrectDone"]);
        }
    }
}
