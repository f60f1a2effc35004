using System.Net.Http.Headers;
using System.Text;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Gallery;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.Demo;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Questionnaires;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Demo;
using LoyaltyAdmin.Tests.Features.Subscriptions;
using LoyaltyAdmin.Tests.Features.Tiers;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A portal with a small demo shop and an import in it: no list is empty, no name is short.</summary>
public sealed class FilledPortal : BrowserPortal
{
    private const string Purchases = "receiptId,occurredAt,member,price\nlong-name-of-a-receipt-of-a-web-shop-0001,2026-03-01,petr,100.00\nk-2,never,petr,5\n";

    /// <summary>The pages to look at, named by what the shop has.</summary>
    public IReadOnlyList<PageToSee> Pages { get; private set; } = [];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (Chromium.Path is null)
        {
            return;
        }

        var services = Host.Services;
        Assert.True(await services.GetRequiredService<MakeDemoShop>().ExecuteAsync(SmallDemo.Scale, default));
        services.GetRequiredService<DemoBoard>().End(hasFailed: false);
        await PublishLadderAsync();
        await ImportAsync();
        await SettleAsync();
        await using var db = await services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContextAsync();
        var sale = await db.Receipts.Where(r => r.MemberId != null && db.Returns.Any(x => x.ReceiptId == r.Id)).OrderBy(r => r.Id).FirstAsync();
        await SubscribeAsync(sale.MemberId!.Value);
        await ReferralAsync(db, sale.MemberId!.Value);
        await AskAsync(sale.MemberId!.Value);
        await CouponsAsync();
        await CampaignsAsync();
        Pages = PageToSee.All(
            sale.MemberId!.Value,
            await TwinAsync(db, sale.MemberId.Value),
            sale.Id,
            await db.Returns.Where(r => r.ReceiptId == sale.Id).Select(r => r.Id).FirstAsync(),
            await db.Users.OrderBy(u => u.UserName).Select(u => u.Id).FirstAsync(),
            await db.Imports.Select(i => i.Id).FirstAsync(),
            await GiftCardAsync(services));
    }

    /// <summary>Puts a pair with another member into the queue.</summary>
    private static async Task<long> TwinAsync(LoyaltyDbContext db, long member)
    {
        var twin = await db.Members.Where(m => m.Id != member && m.IsDemo).OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync();
        var (first, second) = DuplicatePair.Ordered(member, twin);
        db.DuplicatePairs.Add(new DuplicatePair
        {
            FirstId = first,
            SecondId = second,
            Score = 82,
            Reasons = MatchReasons.SameNameSpelt | MatchReasons.SameBirthDate | MatchReasons.NearPhone,
            FoundAt = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc),
        });
        await db.SaveChangesAsync();
        return twin;
    }

    /// <summary>A plan, a member who pays for it, and a club that invites the member.</summary>
    private async Task SubscribeAsync(long member)
    {
        var admin = Actor.System("test");
        var plan = new OfferOrder<PlanTerms> { Key = "plus", Name = "Plus: friends of the house and their families", Terms = PlanShop.Terms };
        Assert.Null((await Host.Services.GetRequiredService<SavePlan>().ExecuteAsync(admin, plan, default)).Rejection);
        Assert.Null((await Host.Services.GetRequiredService<StartSubscription>().ExecuteAsync(
            admin, new StartOrder { MemberId = member, Plan = "plus", Trial = true, Amount = Money.Of(100), Reason = "Asked at the counter" }, default)).Rejection);
        var club = new OfferOrder<ClubTerms> { Key = "box", Name = "The box: guests of the house", Terms = new ClubTerms { Seats = 50, Benefits = new Benefits { DiscountPercent = 20 } } };
        var number = (await Host.Services.GetRequiredService<SaveClub>().ExecuteAsync(admin, club, default)).Value;
        Assert.Null((await Host.Services.GetRequiredService<InviteMembers>().ExecuteAsync(admin, number, member, default)).Rejection);
    }

    /// <summary>A code with friends at each point of their way.</summary>
    private async Task ReferralAsync(LoyaltyDbContext db, long member)
    {
        var code = (await Host.Services.GetRequiredService<ReferralCodes>().EnsureAsync(Actor.System("test"), member, default))!;
        var friends = await db.Members.Where(m => m.Id != member && m.IsDemo).OrderByDescending(m => m.Id).Select(m => m.Id).Take(5).ToListAsync();
        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        db.Referrals.AddRange(friends.Select((friend, i) => new Referral
        {
            Id = i + 1,
            Code = code,
            ReferrerId = member,
            FriendId = friend,
            JoinedAt = DateTime.UtcNow.AddDays(-30 * i),
            JoinedOn = day.AddDays(-30 * i),
            BuyBy = day.AddDays(60),
            RuleVersion = 1,
            State = (ReferralState)i,
            Refusal = i == 3 ? ReferralRefusal.SameAddress : null,
            PurchasedOn = i is 1 or 2 ? day.AddDays(-10) : null,
            DueOn = i is 1 or 2 ? day.AddDays(4) : null,
            DecidedOn = i > 1 ? day : null,
            ReferrerPoints = new(i == 2 ? 300 : 0),
            FriendPoints = new(i == 2 ? 300 : 0),
        }));
        await db.SaveChangesAsync();
    }

    /// <summary>A campaign at the tills with a next version, one in review, a draft with nested conditions, a list and a group.</summary>
    private async Task CouponsAsync()
    {
        var (saving, today) = (Host.Services.GetRequiredService<SaveCouponSeries>(), DateOnly.FromDateTime(DateTime.UtcNow));
        await saving.CreateAsync(Actor.System("test"), new CouponSeriesPlan { Key = "leaflet", Name = "Leaflet, autumn", Prefix = "AU", Count = 60, From = today, UsesTotal = 50 }, default);
        await saving.CreateAsync(Actor.System("test"), new CouponSeriesPlan { Key = "radio", Name = "Radio", Kind = CouponKind.Shared, Code = "ОСЕНЬ", From = today, UsesPerMember = 1 }, default);
    }

    private async Task CampaignsAsync()
    {
        var (admin, services) = (Actor.System("test"), Host.Services);
        var (writing, moving) = (services.GetRequiredService<WriteCampaign>(), services.GetRequiredService<MoveCampaign>());
        var group = new StackingGroup { Key = "discounts", Name = "Discounts that do not add up", Mode = GroupMode.BestForClient };
        Assert.Null(await services.GetRequiredService<PromotionSettingsStore>().SaveAsync(admin, StackingPolicy.Usual with { Groups = [group], ReceiptDepthPercent = 50m }, new ApprovalLimits(), 5m, 0, default));
        var running = Template("200-from-2000") with { Stacking = new CampaignStacking { Group = "discounts" } };
        var first = (await writing.CreateAsync(admin, new() { Key = "running", Name = "Two hundred off for friends of the house", Terms = running }, default)).Value;
        Assert.Null((await moving.SubmitAsync(admin, first, 0, default)).Rejection);
        Assert.Null((await moving.LaunchAsync(admin, first, 1, default)).Rejection);
        Assert.Null((await writing.RewriteAsync(admin, first, 2, new() { Name = "Two hundred off for friends of the house", Terms = running with { Rewards = [new DiscountSumReward { Amount = 250m }] } }, default)).Rejection);
        var deep = (await writing.CreateAsync(admin, new() { Key = "deep", Name = "Black Friday", Terms = Template("black-friday") with { Rewards = [new DiscountPercentReward { Percent = 45m }] } }, default)).Value;
        Assert.NotEmpty((await moving.SubmitAsync(admin, deep, 0, default)).Value.Above);
        var nested = new AllOf(
            new ReceiptSumCondition { AtLeast = 2_500m },
            new AnyOf(new WeekdaysCondition { Days = [DayOfWeek.Tuesday, DayOfWeek.Wednesday] }, new Not(new FirstPurchaseCondition())));
        await writing.CreateAsync(admin, new() { Key = "draft", Name = "A week of tea and coffee", Terms = Template("last-hour") with { Condition = nested } }, default);
        var list = (await services.GetRequiredService<AudienceListBook>().CreateAsync(admin, "friends", "Friends of the house and their families", default)).Value;
        Assert.Null((await services.GetRequiredService<AudienceListBook>().AddAsync(admin, list, ["1", "2", "3"], default)).Rejection);

        static CampaignTerms Template(string key) => CampaignGallery.All.Single(t => t.Key == key).Terms;
    }

    /// <summary>A gift card with long words, sold and corrected.</summary>
    private static async Task<long> GiftCardAsync(IServiceProvider services)
    {
        var admin = Actor.System("test");
        var design = (await services.GetRequiredService<SaveGiftCardDesign>().ExecuteAsync(
            admin, null, new SaveGiftCardDesign.Wanted("New Year for friends of the house", GiftCardPicture.Snow, GiftCardDesign.Colours[2], "Ten shops in the city and one by the sea, open every day"), default)).Value;
        var series = (await services.GetRequiredService<CreateGiftCardSeries>().ExecuteAsync(
            admin, new GiftCardSeriesPlan { Name = "Virtual cards for the holidays", DesignId = design, Prefix = "77", Nominal = 15_000, IsVirtual = true, HasPin = true, Count = 60 }, default)).Value;
        var sold = (await services.GetRequiredService<SellGiftCard>().ExecuteAsync(
            admin,
            new GiftCardSale { OperationId = "gift-1", SeriesId = series, GivenBy = "Konstantin Konstantinopolsky and the family", GivenTo = "Aleksandra Aleksandrovna", Words = "Happy birthday! May all your wishes come true, and may this be the first of them." },
            default)).Value.Card;
        Assert.Null(await services.GetRequiredService<GiftCardDeeds>().AdjustAsync(admin, sold.Id, add: false, 1_234.56m, "The nominal was mistaken at the sale", default));
        Assert.Null((await services.GetRequiredService<PlaceGiftCardOrder>().ExecuteAsync(
            admin,
            new GiftCardOrderPlan { Key = "long-number-of-an-order-of-a-web-shop-0001", SeriesId = series, Count = 3, Buyer = "Konstantin Konstantinopolsky", BuyerContact = "konstantin@example.com", IsPaid = true },
            default)).Rejection);
        return sold.Id;
    }

    /// <summary>Levels with long names, and everybody on them.</summary>
    private async Task PublishLadderAsync()
    {
        var admin = Actor.System("test");
        var edit = Host.Services.GetRequiredService<EditDraft>();
        var conditions = Ladder.Conditions(t => t with
        {
            Window = TierWindow.Lifetime,
            Ladder = new TierLadder { Levels = [.. t.Ladder.Levels.Select(l => l with { Name = $"{l.Name}: friends of the house", Privileges = "Free delivery, a table by the window" })] },
        });
        conditions = conditions with { Referral = new ReferralConditions { Enabled = true, CapInAll = 50, Link = "https://shop.example/join?code={code}" } };
        var draft = (await edit.ExecuteAsync(admin, null, conditions, default)).Value;
        Assert.True((await Host.Services.GetRequiredService<PublishDraft>().ExecuteAsync(admin, draft, null, "Levels", default)).Accepted(out _, out _));
        await Host.Services.GetRequiredService<RecalculateTiers>().ExecuteAsync(admin, null, default);
        await Host.Services.GetRequiredService<RecordTerms>().ExecuteAsync(admin, default);
    }

    /// <summary>A partner with a statement, a draft and an adjustment.</summary>
    private async Task SettleAsync()
    {
        var (admin, services) = (Actor.System("test"), Host.Services);
        var particulars = new SavePartner.Particulars("Coffee house on the embankment", "Embankment Coffee and Pastries Ltd", "7700000001", "accounts@embankment.example");
        var partner = (await services.GetRequiredService<SavePartner>().AddAsync(admin, "coffee", particulars, default)).Value;
        var terms = new PartnerConditions { Accrual = PartnerAccrual.Percent, Percent = 2.5m, IssuePrice = 0.35m, FeePercent = 1m };
        Assert.Null((await services.GetRequiredService<AgreeTerms>().ExecuteAsync(admin, partner, terms, null, "Agreement 7", default)).Rejection);
        Assert.Null((await services.GetRequiredService<CreateApiKey>().ExecuteAsync(admin, "Tills of the coffee house", [ApiScope.ReceiptsWrite], default, partner)).Rejection);
        await using var db = await services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContextAsync();
        var sale = new SalePosting
        {
            Key = "cup-1",
            PayloadHash = "cup-1",
            Source = ReceiptSource.Api,
            Member = new MemberKey(MemberKeyKind.Id, $"{await db.Members.MaxAsync(m => m.Id)}"),
            Draft = new ReceiptDraft
            {
                OccurredAt = DateTime.UtcNow,
                Lines = [new ReceiptDraftLine { Line = 1, Sku = "CUP", Name = "Coffee", Quantity = Quantity.Of(1m), Gross = Money.Of(1_234m) }],
            },
        };
        var till = admin with { Partner = new PartnerTill(partner, "coffee") };
        Assert.NotNull((await services.GetRequiredService<ReceiptPoster>().PostAsync(till, sale, default)).Receipt);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var drafts = services.GetRequiredService<DraftSettlement>();
        var first = (await drafts.ExecuteAsync(admin, partner, today.AddDays(-30), today.AddDays(1), default)).Value;
        Assert.Null((await services.GetRequiredService<CloseSettlement>().ExecuteAsync(admin, first, default)).Rejection);
        Assert.Null(await services.GetRequiredService<WriteAdjustment>().ExecuteAsync(admin, partner, -125.5m, "Two receipts of last month came by mail", Guid.NewGuid(), default));
        await drafts.ExecuteAsync(admin, partner, today, today.AddDays(1), default);
    }

    private async Task AskAsync(long member)
    {
        var admin = Actor.System("test");
        var edit = Host.Services.GetRequiredService<EditQuestionnaire>();
        var usual = Questionnaire.Usual;
        var pets = new Question { Key = "pets", Kind = QuestionKind.SeveralOf, Step = QuestionStep.Later, Words = new("Who lives with you?", "Кто живёт с вами?"), Options = [new("cat", new("A cat", "Кошка")), new("dog", new("A dog", "Собака"))] };
        foreach (var content in new[] { usual with { Points = 150, Questions = [.. usual.Questions, pets] }, usual with { Points = 200, Consents = [usual.Consents[0], usual.Consents[1] with { Text = new("I agree to be sent offers of the program by e-mail.", "Я согласен получать предложения программы по почте.") }], Questions = [.. usual.Questions, pets] } })
        {
            var draft = await edit.BeginAsync(admin, default);
            var revision = (await edit.SaveAsync(admin, draft.Revision, content, default)).Value;
            Assert.Null((await Host.Services.GetRequiredService<PublishQuestionnaire>().ExecuteAsync(admin, revision, "What the autumn needs", default)).Rejection);
        }

        var order = new FillingOrder
        {
            MemberId = member,
            OperationId = "seen",
            Store = "The store at the long street of the poet",
            Cashier = "Olga Konstantinovna",
            Answers = new Dictionary<string, string> { ["birthDate"] = "01.01.1900", ["pets"] = "cat", ["phone"] = "1111111" },
            Consents = [new("personal-data", 1, true), new("offers", 1, true)],
        };
        Assert.Null((await Host.Services.GetRequiredService<FillQuestionnaire>().ExecuteAsync(admin, order, default)).Rejection);
    }

    private async Task ImportAsync()
    {
        using var client = new HttpClient { BaseAddress = Host.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Api-Key", PortalHost.ApiKey);
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(Purchases));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { file, "file", "purchases-of-the-web-shop-march-2026.csv" } };
        using var answer = await client.PostAsync("/api/v1/imports?kind=receipts&registerUnknown=true", form);
        answer.EnsureSuccessStatusCode();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        await using var db = await Host.Services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContextAsync();
        while (!await db.Imports.AnyAsync(i => i.Status == ImportStatus.Done))
        {
            await pace.WaitForNextTickAsync(patience.Token);
        }
    }
}
