using LoyaltyAdmin.Data;
using LoyaltyAdmin.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
builder.AddData();

var app = builder.Build();
await app.RunAsync();
