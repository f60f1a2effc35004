using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>
/// What the form of a page knows beside its values: what is wrong beside which field, whether it is being saved, and whether
/// something would be lost by leaving. One for each page.
/// </summary>
public sealed class FormState(Refusals refusals, DialogService dialogs)
{
    private readonly Dictionary<string, string> errors = [];

    /// <summary>Fields in which something is typed that cannot be read.</summary>
    public HashSet<string> Unreadable { get; } = [];

    /// <summary>What is wrong with the form as a whole.</summary>
    public string? General { get; private set; }

    /// <summary>Whether something is typed that is not saved.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Whether it is being saved: a second click does nothing.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>What is wrong with a field.</summary>
    public string? Error(string field) => errors.GetValueOrDefault(field);

    /// <summary>Tells a "no" beside its field, or above the form; of a field the first one counts.</summary>
    public void Mark(Rejection rejection)
    {
        if (rejection.Field is { } field)
        {
            errors.TryAdd(field, refusals.TextOf(rejection));
        }
        else
        {
            General = refusals.TextOf(rejection);
        }
    }

    /// <summary>Saves, once at a time: first all that is wrong is marked, then what the saving refuses.</summary>
    /// <param name="notSaved">What stands above the form where something is wrong with a field.</param>
    /// <param name="check">What is wrong before anything is saved.</param>
    /// <param name="save">Saves; null when it is saved.</param>
    /// <returns>Whether it is saved; false too while it is being saved already, or something cannot be read.</returns>
    public async Task<bool> SaveAsync(string notSaved, Func<Task<IReadOnlyList<Rejection>>> check, Func<Task<Rejection?>> save)
    {
        if (IsBusy || Unreadable.Count > 0)
        {
            return false;
        }

        (IsBusy, General) = (true, null);
        errors.Clear();
        try
        {
            foreach (var wrong in await check())
            {
                Mark(wrong);
            }

            if (errors.Count == 0 && General is null)
            {
                if (await save() is not { } rejection)
                {
                    IsChanged = false;
                    return true;
                }

                Mark(rejection);
            }

            General ??= notSaved;
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>Stays on the page where something would be lost, unless the person agrees.</summary>
    public async Task AskBeforeLeavingAsync(LocationChangingContext context, string title, string question)
    {
        if (IsChanged && await ConfirmDialog.AskAsync(dialogs, title, question) is null)
        {
            context.PreventNavigation();
        }
    }
}
