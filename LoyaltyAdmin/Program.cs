using LoyaltyAdmin.Api;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Jobs;
using LoyaltyAdmin.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
builder.AddData();
builder.AddFeatures();
builder.AddApi();
builder.AddJobs();

var app = builder.Build();
await app.PrepareApiKeysAsync();
app.UseApi();
app.MapApi();
await app.RunAsync();
