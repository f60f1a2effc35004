using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Security.Account;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Security.FirstStart;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace LoyaltyAdmin.Security;

/// <summary>Who may come in, and what for.</summary>
public static class SecurityRegistration
{
    public const int PasswordLength = 10;
    public const int SignInTries = 5;
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(10);

    /// <summary>How long someone who was switched off can go on at most.</summary>
    public static readonly TimeSpan RevalidationInterval = TimeSpan.FromMinutes(1);

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Operator>(Configure)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<LoyaltyDbContext>()
            .AddSignInManager<OperatorSignIn>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = RevalidationInterval);
        services.ConfigureApplicationCookie(Configure);
        services.AddAuthorization(options => options.AddPermissionPolicies());
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, RevalidatingAuthentication>();
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<UserSettings>();
        services.AddSingleton<DemoUsers>();
        services.AddSingleton<Bootstrap>();
        services.AddDataProtection()
            .SetApplicationName(nameof(LoyaltyAdmin))
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(
                builder.Environment.ContentRootPath, builder.Configuration["DataProtection:Keys"] ?? "App_Data/keys")));
    }

    /// <summary>Brings the tables up to date and makes what a new installation begins with.</summary>
    public static Task PrepareDatabaseAsync(this WebApplication app) =>
        app.Services.GetRequiredService<Bootstrap>().PrepareAsync(app.Lifetime.ApplicationStopping);

    public static void MapAccount(this WebApplication app) => SignOutEndpoint.Map(app);

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Lockout.MaxFailedAccessAttempts = SignInTries;
        options.Lockout.DefaultLockoutTimeSpan = LockoutTime;
        // Length guards better than rules about kinds of characters, which people answer with "Password1!".
        options.Password.RequiredLength = PasswordLength;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireDigit = options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "LoyaltyAdmin";
        options.Cookie.SameSite = SameSiteMode.Lax;
        // Secure wherever the site is served by https, and usable on http://localhost.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/account/sign-in";
        options.AccessDeniedPath = "/account/denied";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
    }
}
