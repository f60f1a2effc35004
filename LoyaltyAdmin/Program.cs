using LoyaltyAdmin.Api;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
builder.AddData();
builder.AddFeatures();
builder.AddApi();

var app = builder.Build();
await app.PrepareApiKeysAsync();
app.UseApi();
app.MapApi();
await app.RunAsync();
