using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LoyaltyAdmin.Security.Account;

/// <summary>Everyone changes the own password here; other sessions of the same person end with it.</summary>
public sealed partial class ChangePasswordPage
{
    private IReadOnlyList<string> problems = [];
    private bool done;

    [Inject] public required UserManager<Operator> Users { get; init; }

    [Inject] public required SignInManager<Operator> SignIn { get; init; }

    [Inject] public required LoyaltyDbContext Database { get; init; }

    [CascadingParameter] public required HttpContext Http { get; init; }

    [SupplyParameterFromForm] public PasswordInput Input { get; set; } = null!;

    protected override void OnInitialized() => Input ??= new PasswordInput();

    private async Task ChangeAsync()
    {
        if (Input.New != Input.Repeat)
        {
            problems = [Text["PasswordsDiffer"]];
            return;
        }

        var user = await Users.GetUserAsync(Http.User) ?? throw new InvalidOperationException("The operator is gone.");
        Database.Author = Http.User.ToActor().Name;
        var result = await Users.ChangePasswordAsync(user, Input.Current, Input.New);
        if (result.Succeeded)
        {
            await SignIn.RefreshSignInAsync(user);
            done = true;
            return;
        }

        problems = [.. result.Errors.Select(Describe)];
    }

    private string Describe(IdentityError error) => Text[error.Code] is { ResourceNotFound: false } known
        ? string.Format(System.Globalization.CultureInfo.CurrentCulture, known.Value, SecurityRegistration.PasswordLength)
        : Text["PasswordRefused"];

    /// <summary>What the form sends.</summary>
    public sealed class PasswordInput
    {
        public string Current { get; set; } = "";

        public string New { get; set; } = "";

        public string Repeat { get; set; } = "";
    }
}
