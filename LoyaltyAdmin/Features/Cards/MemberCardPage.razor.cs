using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>A member's card to be shown at the till or printed: bar code and QR code, in black on white whatever the theme.</summary>
public sealed partial class MemberCardPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private MemberDetails? member;
    private CardRow? card;
    private string program = "";
    private bool missing;

    [Inject] public required MemberQueries Queries { get; init; }

    [Inject] public required IssueVirtualCard Issue { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter] public long Id { get; set; }

    /// <summary>Which of the member's cards; the virtual one where none is named.</summary>
    [SupplyParameterFromQuery(Name = "card")] public int? CardId { get; set; }

    private bool HasVirtual => member!.Cards.Any(c => c is { IsVirtual: true, Status: CardStatus.Active });

    /// <summary>In full for whoever may change members, else so that a stranger does not learn who it is.</summary>
    private string Name => actor.May(Permission.MembersEdit)
        ? MemberNames.Full(member!.Profile.FirstName, member.Profile.LastName)
        : MaskedName.Of(member!.Profile.FirstName, member.Profile.LastName) ?? "";

    protected override async Task OnParametersSetAsync()
    {
        actor = await ActorAsync();
        program = (await Timelines.GetAsync(Cancelled)).Program.Name;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        member = (await Queries.DetailsAsync(Id, Cancelled))?.For(actor);
        missing = member is null;
        var active = member?.Cards.Where(c => c.Status == CardStatus.Active).ToList() ?? [];
        card = CardId is { } wanted ? active.Find(c => c.Id == wanted) : active.Find(c => c.IsVirtual);
    }

    private async Task IssueAsync()
    {
        if (!(await Issue.ExecuteAsync(actor, Id, Cancelled)).Accepted(out var number, out var rejection))
        {
            Refusals.Show(rejection);
            return;
        }

        await ReadAsync();
        card = member!.Cards.FirstOrDefault(c => c.Number == number);
        StateHasChanged();
        Refusals.Done(Text["VirtualIssued", CardNumber.Grouped(number)]);
    }
}
