using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Why;

/// <summary>One explanation in the making.</summary>
public sealed class WhyTelling(
    IStringLocalizer<WhyText> text, ReasonWords reasons, ConditionsWords conditions, DisplayUnits units, ProgramTimeline timeline)
{
    private const int MostLines = 20;
    private readonly List<WhySentence> sentences = [];

    public Explanation End(string title) => new(title, sentences);

    public string this[string key, params object[] arguments] => text[key, arguments];

    public string Points(Points points) => Formats.Points(points.Value, units);

    public string Money(Money money) => Formats.Money(money, units.Currency);

    public string Instant(DateTime at) => Formats.Instant(at, units.Zone);

    public string Day(DateTime at) => Formats.Date(at, units.Zone);

    /// <summary>The last usable day of an exclusive end (R6).</summary>
    public string LastDay(DateTime expiresAt) => Formats.Date(expiresAt.AddMilliseconds(-1), units.Zone);

    public void Say(string key, params object[] arguments) => sentences.Add(new WhySentence(this[key, arguments]));

    public void Link(string href, string key, params object[] arguments) => sentences.Add(new WhySentence(this[key, arguments], href));

    public void Add(string sentence) => sentences.Add(new WhySentence(sentence));

    public void Receipt(Receipt receipt)
    {
        var place = receipt.Store.Length > 0 ? receipt.Store : this[receipt.PartnerId is null ? "NoStore" : "PartnersTill"];
        Link(
            $"/receipts/{receipt.Id}",
            receipt.Redeemed.IsZero ? "Receipt" : "ReceiptWithPoints",
            receipt.Key, Instant(receipt.OccurredAt), place, Money(receipt.Net), Money(receipt.Redeemed));
    }

    /// <summary>The conditions that were in force, in a line.</summary>
    public void Version(int number)
    {
        if (timeline.Versions.FirstOrDefault(v => v.Number == number) is { } version)
        {
            Link($"/program/versions/{number}", "Version", number, conditions.Brief(version.Conditions));
        }
    }

    /// <summary>What the engine gave as its reasons, of one kind.</summary>
    public void Reasons(Receipt receipt, bool ofRedemption, int? line = null)
    {
        foreach (var reason in ReasonsJson.Read(receipt.Reasons))
        {
            var about = ReasonCodes.IsAboutRedemption(reason.Code) == ofRedemption;
            if (about && (line is null || reason.Line is null || reason.Line == line))
            {
                var said = reasons.Say(reason, units);
                Add(reason.Line is { } number && line is null ? this["OfLine", number, said] : said);
            }
        }
    }

    /// <summary>What each line brought or took, the first so many.</summary>
    public void Lines(Receipt receipt, Func<ReceiptLine, Points> part, string key)
    {
        var lines = receipt.Lines.Where(l => !part(l).IsZero).OrderBy(l => l.Line).ToList();
        foreach (var line in lines.Take(MostLines))
        {
            Say(key, line.Line, line.Name ?? line.Sku, Points(part(line)), Money(line.Net), Money(line.Redeemed));
        }

        if (lines.Count > MostLines)
        {
            Say("MoreLines", lines.Count - MostLines);
        }
    }

    /// <summary>A lot with its life and what became of it.</summary>
    public void Lot(PointsLot lot, DateTime now)
    {
        Say(lot.ActivatesAt <= now ? "LotActive" : lot.ActivatesAt == ProgramCalendar.Never ? "LotWaits" : "LotPending",
            lot.Id, Points(lot.Amount), Instant(lot.ActivatesAt));
        Say(lot.ExpiresAt == ProgramCalendar.Never ? "LotNeverExpires" : "LotLastDay", LastDay(lot.ExpiresAt));
        if (lot.Partner is { } partner)
        {
            Say("LotPartner", lot.Id, partner);
        }

        Say("LotLeft", Points(lot.Remaining), Points(lot.Amount));
    }

    /// <summary>A lot's part in a movement.</summary>
    public void Part(PointsLot lot, Points part, string? receiptKey) => Say(
        lot.ExpiresAt == ProgramCalendar.Never ? "PartForever" : "Part",
        Points(part), lot.Id, Day(lot.EarnedAt), receiptKey is null ? this[$"Rule.{Rule(lot)}"] : this["ByReceipt", receiptKey], LastDay(lot.ExpiresAt));

    private static string Rule(PointsLot lot) => RewardReasons.IsCode(lot.RuleKey) ? "reward" : lot.RuleKey is "opening" or "correction" ? lot.RuleKey : CampaignRule.CampaignOf(lot.RuleKey) is not null ? "campaign" : "main";
}
