using System.Security.Claims;
using Bunit;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>
/// Renders pages on a real database. A test adds the services of its feature to <see cref="TestContextBase.Services"/>
/// before the first render.
/// </summary>
public abstract class LoyaltyPageTest : BunitContext
{
    protected LoyaltyPageTest()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        Database = TestDatabase.Create();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Services.AddRadzenComponents();
        Services.AddSingleton<IDbContextFactory<LoyaltyAdmin.Data.LoyaltyDbContext>>(Database);
        Services.AddSingleton(Database.Sql);
        Services.AddSingleton(Database.Ids);
        Services.AddSingleton(Database.Clock.Business);
        Services.AddSingleton<CodeTexts>();
        Services.AddSingleton<AuditQueries>();
        Services.AddSingleton<UserSettings>();
        Services.AddSingleton<TableViews>();
        Services.AddSingleton<IJobServer, NoJobs>();
        Services.AddScoped<Refusals>();
        Services.AddTransient<FormState>();
        Services.AddScoped<AuditWords>();
        SignIn(Roles.Administrator);
    }

    protected TestDatabase Database { get; }

    /// <summary>Who looks at the page from the next render on.</summary>
    protected void SignIn(string role)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "someone@example.com"), new Claim(ClaimTypes.Role, role)], "test");
        var state = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity)));
        RenderTree.Add<Microsoft.AspNetCore.Components.CascadingValue<Task<AuthenticationState>>>(p => p.Add(v => v.Value, state));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Database.Dispose();
        }
    }
}
