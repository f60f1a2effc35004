using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Asks what is to be written about a partner.</summary>
public sealed partial class PartnerDialog
{
    private string key = "";
    private string name = "";
    private string legalName = "";
    private string taxNumber = "";
    private string contact = "";
    private Rejection? refused;
    private bool busy;

    [Inject] public required SavePartner Save { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    /// <summary>Who is changed; null for a new one.</summary>
    [Parameter] public Partner? Partner { get; set; }

    /// <summary>Opens the dialog; the partner's id when it was saved.</summary>
    public static async Task<int?> OpenAsync(DialogService dialogs, string title, Actor actor, Partner? partner) =>
        await dialogs.OpenAsync<PartnerDialog>(
            title,
            new Dictionary<string, object?> { [nameof(Actor)] = actor, [nameof(Partner)] = partner }!,
            new DialogOptions { Width = "min(520px, 94vw)" }) as int?;

    protected override void OnInitialized()
    {
        if (Partner is not null)
        {
            (name, legalName, taxNumber, contact) = (Partner.Name, Partner.LegalName, Partner.TaxNumber, Partner.Contact);
        }
    }

    private async Task SaveAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            var given = new SavePartner.Particulars(name, legalName, taxNumber, contact);
            var id = Partner?.Id ?? 0;
            if (Partner is not null)
            {
                refused = await Save.ChangeAsync(Actor, id, given, CancellationToken.None);
            }
            else
            {
                (await Save.AddAsync(Actor, key, given, CancellationToken.None)).Accepted(out id, out refused);
            }

            if (refused is null)
            {
                Dialogs.Close(id);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
