using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>Lets an administrator add a user; closes with the new user's id.</summary>
public sealed partial class NewOperatorDialog
{
    private readonly HashSet<string> roles = [];
    private string name = "";
    private string email = "";
    private string password = "";
    private Rejection? rejection;
    private bool busy;

    [Inject] public required CreateOperator Create { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    private async Task CreateAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        var result = await Create.ExecuteAsync(await ActorAsync(), new NewOperator(name, email, password, [.. roles]), Cancelled);
        busy = false;
        if (result.Accepted(out var id, out rejection))
        {
            Refusals.Done(Text["Created", name]);
            Dialogs.Close(id);
        }
    }
}
