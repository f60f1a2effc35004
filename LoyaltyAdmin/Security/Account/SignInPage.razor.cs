using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Security.FirstStart;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LoyaltyAdmin.Security.Account;

/// <summary>The door: e-mail and password, with a lockout after some wrong tries.</summary>
public sealed partial class SignInPage
{
    private string? problem;
    private bool lacksUsers;

    [Inject] public required SignInManager<Operator> SignIn { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required DemoUsers Demo { get; init; }

    [Inject] public required Bootstrap Bootstrap { get; init; }

    [CascadingParameter] public required HttpContext Http { get; init; }

    [SupplyParameterFromForm] public SignInInput Input { get; set; } = null!;

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new SignInInput();
        lacksUsers = !Demo.Enabled && await Bootstrap.LacksUsersAsync(Http.RequestAborted);
    }

    private async Task SignInAsync()
    {
        var result = await SignIn.PasswordSignInAsync(Input.Email.Trim(), Input.Password, Input.Remember, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.OrStart(ReturnUrl), forceLoad: true);
            return;
        }

        problem = result switch
        {
            { IsLockedOut: true } => Text["LockedOut", (int)SecurityRegistration.LockoutTime.TotalMinutes],
            { IsNotAllowed: true } => Text["Disabled"],
            _ => Text["WrongPassword"],
        };
    }

    /// <summary>What the form sends.</summary>
    public sealed class SignInInput
    {
        [Required] public string Email { get; set; } = "";

        [Required] public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }
}
