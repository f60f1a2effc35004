using System.Net;
using System.Text.RegularExpressions;
using LoyaltyAdmin.Security.FirstStart;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>
/// The whole program on a database of its own. A test that shares it (as a class fixture) sees what others of its class left.
/// </summary>
public class PortalHost : WebApplicationFactory<Program>
{
    public const string ApiKey = "test-key-of-twenty-characters";
    private readonly TestStore store = TestStore.Create();

    /// <summary>Numbers of imports begin at 1 in each database, so each has its own files.</summary>
    private readonly string imports = Path.Combine(Path.GetTempPath(), $"loyalty-test-imports-{Guid.NewGuid():N}");

    /// <summary>The clock of the program; null for the real one.</summary>
    protected virtual TimeProvider? Time => null;

    protected virtual string Environment => "Development";

    /// <summary>A client that nobody is signed in to and that follows no redirects.</summary>
    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });

    /// <summary>A client with the bootstrap key: all scopes, no rate limit.</summary>
    public HttpClient ApiClient() => ApiClient(ApiKey);

    /// <summary>A client with a key.</summary>
    public HttpClient ApiClient(string key)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    /// <summary>A client as a demo user: admin, marketer, manager or operator.</summary>
    public async Task<HttpClient> SignedInAsync(string who)
    {
        var client = Anonymous();
        using var answer = await SignInAsync(client, $"{who}@demo.local", DemoUsers.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Sends the form of the sign-in page as a browser does.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password)
    {
        var page = await client.GetStringAsync("/account/sign-in");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        return await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = token,
            ["Input.Email"] = email,
            ["Input.Password"] = password,
        }));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Database:Provider", store.Provider);
        builder.UseSetting("ConnectionStrings:Loyalty", store.ConnectionString);
        builder.UseSetting("Bootstrap:ApiKey", ApiKey);
        builder.UseSetting("Demo:Shop", "false");
        builder.UseSetting("Imports:Folder", imports);
        builder.UseSetting("DataProtection:Keys", Path.Combine(Path.GetTempPath(), "loyalty-test-keys"));
        if (Time is { } time)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(time));
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            store.Dispose();
            if (Directory.Exists(imports))
            {
                Directory.Delete(imports, recursive: true);
            }
        }
    }
}
