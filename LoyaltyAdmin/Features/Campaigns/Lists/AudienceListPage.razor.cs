using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace LoyaltyAdmin.Features.Campaigns.Lists;

/// <summary>One personal list: how many are on it, and the way to put on more or to clear it.</summary>
public sealed partial class AudienceListPage
{
    private const int MostShown = 200;
    private const long MostBytes = 10 * 1024 * 1024;
    private Actor actor = new("", new HashSet<Permission>());
    private AudienceList? list;
    private AudienceListBook.Outcome? outcome;
    private Rejection? refused;
    private string lines = "";
    private string fileLines = "";
    private string? fileName;
    private bool missing;

    [Inject] public required AudienceListBook Lists { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter] public int Id { get; set; }

    private bool MayEdit => actor.May(Permission.PromotionsEdit);

    protected override async Task OnParametersSetAsync()
    {
        if (list?.Id != Id)
        {
            actor = await ActorAsync();
            (outcome, refused) = (null, null);
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        list = (await Lists.AllAsync(actor, Cancelled)).FirstOrDefault(l => l.Id == Id);
        missing = list is null;
    }

    private async Task ChooseAsync(InputFileChangeEventArgs args)
    {
        (fileLines, fileName, refused) = ("", args.File.Name, null);
        try
        {
            await using var stream = args.File.OpenReadStream(MostBytes, Cancelled);
            using var reader = new StreamReader(stream);
            fileLines = await reader.ReadToEndAsync(Cancelled);
        }
        catch (Exception exception) when (exception is IOException or JSException)
        {
            refused = new Rejection("Campaigns.ListFileUnreadable", MostBytes / 1024 / 1024);
        }
    }

    private async Task AddAsync()
    {
        var named = ListLines.Of(lines).Concat(ListLines.Of(fileLines));
        var result = await Task.Run(() => Lists.AddAsync(actor, Id, named, Cancelled), Cancelled);
        if (result.Accepted(out outcome, out refused))
        {
            (lines, fileLines, fileName) = ("", "", null);
        }

        await ReadAsync();
        StateHasChanged();
    }

    private async Task ClearAsync()
    {
        if (await Lists.ClearAsync(actor, Id, Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
        }
        else
        {
            outcome = null;
            Refusals.Done(Text["ListCleared"]);
        }

        await ReadAsync();
        StateHasChanged();
    }
}
