using LoyaltyAdmin.Api;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Jobs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
builder.AddData();
builder.AddSecurity();
builder.AddShell();
builder.AddFeatures();
builder.AddApi();
builder.AddJobs();

var app = builder.Build();
await app.PrepareDatabaseAsync();
await app.PrepareApiKeysAsync();
app.UseApi();
app.UseShell();
app.MapAccount();
app.MapFeatures();
app.MapApi();
await app.RunAsync();
