using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Takes a file from the person and goes on to its columns.</summary>
public sealed partial class NewImport : IDisposable
{
    private static readonly Dictionary<ImportKind, string> Examples = new()
    {
        [ImportKind.Receipts] = "receiptId;occurredAt;member;sku;quantity;amount\n1001;31.03.2026 14:05;C-17;MILK;2;179,80\n1001;31.03.2026 14:05;C-17;TEA;1;320,00",
        [ImportKind.Members] = "externalId;phone;email;firstName;lastName;birthDate\nC-17;+7 916 123-45-67;anna@example.com;Anna;Smith;05.01.1990",
        [ImportKind.Balances] = "member;points;expiresAt\nC-17;350;01.01.2027",
        [ImportKind.Goods] = "sku;name;category\nMILK;Milk 1 l;Dairy",
    };

    private CancellationTokenSource left = new();
    private ImportKind kind;
    private bool sending;
    private long sent;
    private int attempt;
    private IBrowserFile? file;
    private string? refusal;

    [Inject] public required StartImport Start { get; init; }

    [Inject] public required UploadLimit Largest { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> Authentication { get; set; }

    private string LargestWords => Text[Largest.Words.Key, Largest.Words.Number];

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    private static decimal Megabytes(long bytes) => bytes / 1_048_576m;

    /// <summary>Sends the file as soon as it is chosen: what is in it decides what is asked next.</summary>
    private async Task ChooseAsync(InputFileChangeEventArgs args)
    {
        (file, sent, refusal) = (args.File, 0, null);
        if (file.Size > Largest.Bytes)
        {
            refusal = Text["TooLarge", Formats.Number(Megabytes(file.Size), 0), LargestWords];
        }
        else if (!sending)
        {
            sending = true;
            await SendAsync(file);
            sending = false;
        }

        // The browser gives a file's content once: to send it again it must be chosen again.
        (file, attempt) = (null, attempt + 1);
    }

    private async Task SendAsync(IBrowserFile chosen)
    {
        try
        {
            await using var content = new CountingStream(chosen.OpenReadStream(Largest.Bytes, left.Token), Count);
            var result = await Start.UploadAsync((await Authentication).User.ToActor(), kind, chosen.Name, content, left.Token);
            if (result.Accepted(out var id, out var rejection))
            {
                Navigation.NavigateTo($"/imports/{id}/columns");
                return;
            }

            refusal = Refusals.TextOf(rejection);
        }
        catch (OperationCanceledException)
        {
            // Stopped by the person, or the page was left: what had arrived is removed.
        }
        catch (Exception e) when (e is IOException or JSException or TimeoutException)
        {
            refusal = Text["SendingFailed"];
        }
    }

    private void Stop()
    {
        left.Cancel();
        left.Dispose();
        left = new CancellationTokenSource();
    }

    private void Count(long bytes)
    {
        var share = file is { Size: > 0 } whole ? (bytes * 100 / whole.Size) - (sent * 100 / whole.Size) : 1;
        sent = bytes;
        if (share > 0)
        {
            _ = InvokeAsync(StateHasChanged);
        }
    }
}
