using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Receipts;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class ScenariosTests
{
    private const int Seed = 2026;
    private const int SampleSize = 200;

    private static readonly IReadOnlyList<int> Sample =
        [.. Enumerable.Range(0, Scenarios.Count).OrderBy(place => Mix(place)).Take(SampleSize).Order()];

    private static readonly ReceiptDraft Basket = Receipt(Line(1, 2_400, quantity: 12), Line(2, 1_500, "toys", quantity: 2), Line(3, 99, "books")) with
    {
        Store = "north",
        Channel = "web",
        PaymentTypes = ["card"],
        Codes = ["CODE-1"],
    };

    private static readonly CampaignFacts Fulfilled = new()
    {
        MemberId = 1,
        Purchases = 9,
        LastPurchaseAt = Noon.AddDays(-90),
        BirthDate = new DateOnly(1990, 3, 11),
        Tier = "spring",
        Clubs = ["spring"],
        Plans = ["spring"],
        Lists = ["spring"],
        Segments = ["spring"],
        Codes = [new BroughtCode("CODE-1", "spring")],
    };

    [Fact]
    public void More_than_a_thousand_scenarios_can_be_composed_of_one_condition_and_one_reward()
    {
        Assert.True(Scenarios.Count > 1_000, $"{Scenarios.Count}");
        Assert.Equal(Scenarios.Count, Enumerable.Range(0, Scenarios.Count).Select(Scenarios.At).Select(s => Scenarios.Name(s.Condition, s.Reward)).Distinct().Count());
    }

    [Fact]
    public void Each_of_a_sample_of_two_hundred_is_valid_plays_and_adds_up()
    {
        var given = 0;
        foreach (var (condition, reward) in Sample.Select(Scenarios.At))
        {
            var name = Scenarios.Name(condition, reward);
            var campaign = Campaign("c", reward, condition, with: t => t with { Audience = new CampaignAudience() });
            Assert.Empty(CampaignChecks.Check(campaign.Terms, StackingPolicy.Usual));

            var decision = new Shop(campaign) { Facts = Fulfilled }.Sell(Basket.Asking(500));

            Assert.True(decision.Gross == decision.Net + decision.Redeemed + decision.Discount, name);
            Assert.True(decision.Accrued.Value == decision.Lines.Sum(l => l.Accrued.Value), name);
            Assert.True(decision.Accrued.Value == decision.Credits.Sum(c => c.Points.Value), name);
            given += decision.Gave("c") ? 1 : 0;
        }

        // Of the sample most hold on this receipt; first purchases, exact fifths and unfinished cards do not.
        Assert.InRange(given, SampleSize / 2, SampleSize - 1);
    }

    [Fact]
    public void The_sample_is_published()
    {
        var lines = Sample.Select((place, i) => Scenarios.At(place) is var (condition, reward) ? $"{i + 1}. {Scenarios.Name(condition, reward)}" : "").ToList();
        string[] text =
        [
            "# Two hundred scenarios", "",
            $"{Scenarios.Count} scenarios can be composed of one condition and one reward, choices of settings counted, numbers, goods, stores",
            "and names not. These are chosen of them at random with a fixed seed; a test plays each through the engine. Conditions also combine",
            "with and, or, not, and a campaign may have several rewards.", "", .. lines,
        ];
        var path = Path.Combine(DocsFolder(), "scenarios.md");

        if (Environment.GetEnvironmentVariable("LOYALTYADMIN_PUBLISH") is not null)
        {
            File.WriteAllLines(path, text);
        }

        Assert.True(File.Exists(path), path);
        Assert.Equal(text, File.ReadAllLines(path));
    }

    private static string DocsFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LoyaltyAdmin.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs");
    }

    private static ulong Mix(int place)
    {
        unchecked
        {
            var mixed = ((ulong)place + Seed) * 0x9E3779B97F4A7C15ul;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ul;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBul;
            return mixed ^ (mixed >> 31);
        }
    }
}
