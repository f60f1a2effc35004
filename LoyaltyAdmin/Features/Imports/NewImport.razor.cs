using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Takes a file from the person and begins its import.</summary>
public sealed partial class NewImport : IDisposable
{
    private const long Largest = 2L << 30;

    private static readonly Dictionary<ImportKind, string> Examples = new()
    {
        [ImportKind.Receipts] = "receiptId;occurredAt;member;sku;quantity;amount\n1001;31.03.2026 14:05;C-17;MILK;2;179,80\n1001;31.03.2026 14:05;C-17;TEA;1;320,00",
        [ImportKind.Members] = "externalId;phone;email;firstName;lastName;birthDate\nC-17;+7 916 123-45-67;anna@example.com;Anna;Smith;05.01.1990",
        [ImportKind.Balances] = "member;points;expiresAt\nC-17;350;01.01.2027",
    };

    private readonly CancellationTokenSource left = new();
    private ImportKind kind;
    private bool registerUnknown = true;
    private bool dryRun;
    private bool sending;
    private long sent;
    private IBrowserFile? file;
    private string? refusal;

    [Inject] public required StartImport Start { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    private static decimal Megabytes(long bytes) => bytes / 1_048_576m;

    private void Choose(InputFileChangeEventArgs args) => (file, refusal) = (args.File, args.File.Size > Largest ? Text["TooLarge"].Value : null);

    private async Task SendAsync()
    {
        if (sending || file is null || file.Size > Largest)
        {
            refusal ??= file is null ? Text["ChooseFile"].Value : null;
            return;
        }

        (sending, sent, refusal) = (true, 0, null);
        try
        {
            await using var content = new CountingStream(file.OpenReadStream(Largest, left.Token), Count);
            var result = await Start.ExecuteAsync(
                (await Authentication).User.ToActor(), kind, file.Name, content, null, dryRun, registerUnknown && kind == ImportKind.Receipts, left.Token);
            if (result.Accepted(out var id, out var rejection))
            {
                Navigation.NavigateTo($"/imports/{id}");
                return;
            }

            refusal = Refusals.TextOf(rejection);
        }
        catch (Exception e) when (e is IOException or JSException or TimeoutException)
        {
            refusal = Text["SendingFailed"];
        }
        finally
        {
            sending = false;
        }

        // The browser gives a file's content once: to send it again it must be chosen again.
        file = null;
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
