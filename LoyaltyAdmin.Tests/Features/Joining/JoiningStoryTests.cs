using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Joining;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Joining;

/// <summary>R16 as it happens at the till: who is in, who may spend, who is welcomed.</summary>
public sealed class JoiningStoryTests
{
    private static readonly Actor Admin = Actor.System("test");

    [Fact]
    public async Task Until_the_price_of_entry_is_paid_a_purchase_is_as_anybodys_and_the_one_that_pays_it_counts()
    {
        using var till = await OpenAsync(new() { Price = EntryPrice.Receipt, LeastReceipt = Money.Of(1000) });
        await RegisterAsync(till, "anna");

        var small = (await till.PostAsync(till.Sale("r1", "anna", 900))).Receipt!;
        var quote = (await till.Database.Get<QuoteReceipt>().ExecuteAsync(Admin, till.Sale("q", "anna", 900).Draft, Till.Named("anna"), default)).Value;
        var large = (await till.PostAsync(till.Sale("r2", "anna", 1000))).Receipt!;
        var after = (await till.PostAsync(till.Sale("r3", "anna", 100))).Receipt!;

        Assert.Equal((0, 50, 5), (small.Accrued.Value, large.Accrued.Value, after.Accrued.Value));
        Assert.Contains("NotYetIn", small.Reasons, StringComparison.Ordinal);
        Assert.Contains(quote.Decision.Reasons, r => r.Code == "Receipts.NotYetIn");
        Assert.DoesNotContain("NotYetIn", large.Reasons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_joined_when_entry_was_free_stays_in()
    {
        using var till = await OpenAsync(new());
        await RegisterAsync(till, "anna");
        await PublishAsync(till, new() { Price = EntryPrice.Receipt, LeastReceipt = Money.Of(1000) });
        await RegisterAsync(till, "boris");

        Assert.Equal(5, (await till.PostAsync(till.Sale("r1", "anna", 100))).Receipt!.Accrued.Value);
        Assert.Equal(0, (await till.PostAsync(till.Sale("r2", "boris", 100))).Receipt!.Accrued.Value);
    }

    [Fact]
    public async Task An_anonymous_card_earns_and_spends_only_once_its_holder_is_known()
    {
        using var till = await OpenAsync(new() { ToSpend = SpendingNeeds.Contact });
        var id = await RegisterAsync(till, "anna");
        await till.PostAsync(till.Sale("r1", "anna", 2000));

        var refused = (await till.PostAsync(till.Sale("r2", "anna", 1000, redeem: 50))).Receipt!;
        await till.Database.Get<EditMember>().ExecuteAsync(Admin, id, 0, new MemberProfile { ExternalId = "anna", Phone = "+79160000001" }, default);
        var spent = (await till.PostAsync(till.Sale("r3", "anna", 1000, redeem: 50))).Receipt!;

        Assert.Equal((0, 50), (refused.RedeemedPoints.Value, spent.RedeemedPoints.Value));
        Assert.Contains("NotIdentified", refused.Reasons, StringComparison.Ordinal);
        Assert.True(refused.Accrued.Value > 0);
    }

    [Fact]
    public async Task Welcome_points_come_once_when_the_entry_is_paid_however_many_ask()
    {
        using var till = await OpenAsync(new() { Price = EntryPrice.AnyPurchase, WelcomePoints = 300 });
        await RegisterAsync(till, "anna");
        await RegisterAsync(till, "boris");
        var welcome = till.Database.Get<WelcomeMembers>();
        Assert.Equal(0, await welcome.ExecuteAsync(Admin, null, default));

        await till.PostAsync(till.Sale("r1", "anna", 10));
        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => welcome.ExecuteAsync(Admin, null, default))));

        Assert.Equal(1, runs.Sum());
        Assert.Equal((300, 0), ((await till.AccountAsync("anna")).Available.Value, (await till.AccountAsync("boris")).Available.Value));
        Assert.True((await till.Database.Get<LedgerProof>().ExecuteAsync(Admin, default)).Balanced);
    }

    [Fact]
    public async Task Where_entry_is_free_the_registration_itself_welcomes()
    {
        using var till = await OpenAsync(new() { WelcomePoints = 100 });
        var id = await RegisterAsync(till, "anna");

        Assert.Equal(1, await till.Database.Get<WelcomeMembers>().WelcomeAsync("clerk", [id], default));
        Assert.Equal(0, await till.Database.Get<WelcomeMembers>().WelcomeAsync("clerk", [id], default));

        Assert.Equal(100, (await till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task Nobody_joins_without_a_card_where_one_is_needed()
    {
        using var till = await OpenAsync(new() { CardNeeded = true });
        var register = till.Database.Get<RegisterMember>();
        var profile = new MemberProfile { ExternalId = "anna" };

        Assert.Equal("Members.CardNeeded", (await register.ExecuteAsync(Admin, new MemberRegistration { Profile = profile }, default)).Rejection?.Code);
        Assert.Null((await register.ExecuteAsync(Admin, new MemberRegistration { Profile = profile, Card = "12345678" }, default)).Rejection);
    }

    [Fact]
    public async Task Costs_by_channel_tell_what_a_member_costs_and_leave_their_history()
    {
        using var till = await OpenAsync(new());
        await RegisterAsync(till, "anna", "vk");
        await RegisterAsync(till, "boris", "vk");
        var (costs, month) = (till.Database.Get<SetAcquisitionCost>(), DateOnly.FromDateTime(till.Clock.UtcNow));

        Assert.Equal("Joining.ChannelRange", (await costs.ExecuteAsync(Admin, month, " ", 10, default))?.Code);
        Assert.Equal("Joining.AmountRange", (await costs.ExecuteAsync(Admin, month, "vk", -1, default))?.Code);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => costs.ExecuteAsync(Admin, month, "vk", 500, default))));
        Assert.Null(await costs.ExecuteAsync(Admin, month, "vk", 600, default));

        var row = Assert.Single(await till.Database.Get<AcquisitionQueries>().ListAsync(Admin, new AcquisitionFilter(), false, default));
        Assert.Equal(("vk", 2, 600m, 300m), (row.Channel, row.NewMembers, row.Cost, row.CostPerMember));
        await using var db = till.Database.CreateDbContext();
        Assert.True(await db.AuditEntries.CountAsync(a => a.Subject == "AcquisitionCost") >= 2);
        Assert.Equal(600m, await AcquisitionSpend.OfAsync(db, new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1), default));
        Assert.Equal(193.55m, decimal.Round((await AcquisitionSpend.OfAsync(db, new DateOnly(2026, 3, 22), new DateOnly(2026, 5, 1), default))!.Value, 2));
        Assert.Null(await AcquisitionSpend.OfAsync(db, new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 1), default));
    }

    private static Task<Till> OpenAsync(JoiningConditions joining) => Till.OpenAsync(new ProgramConditions { Joining = joining });

    private static async Task<long> RegisterAsync(Till till, string name, string? channel = null) =>
        (await till.Database.Get<RegisterMember>().ExecuteAsync(
            Admin, new MemberRegistration { Profile = new MemberProfile { ExternalId = name, Channel = channel } }, default)).Value.MemberId;

    private static async Task PublishAsync(Till till, JoiningConditions joining)
    {
        await using var db = till.Database.CreateDbContext();
        var version = new ProgramVersion { ProgramId = await db.Programs.Select(p => p.Id).SingleAsync(), Number = 2, Conditions = new ProgramConditions { Joining = joining } };
        till.Clock.Advance(TimeSpan.FromMinutes(1));
        version.Publish(till.Clock.UtcNow, till.Clock.UtcNow, "test");
        db.Add(version);
        await db.SaveChangesAsync();
        till.Database.Get<LoyaltyAdmin.Features.Programs.ProgramTimelines>().Forget();
    }
}
