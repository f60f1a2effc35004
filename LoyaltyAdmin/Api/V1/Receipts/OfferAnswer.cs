using System.Text.Json;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>What a campaign did on a purchase.</summary>
public sealed record OfferAnswer
{
    /// <summary>Key of the campaign.</summary>
    public required string Campaign { get; init; }

    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>applied, rejected or counted; members of a control group are not told.</summary>
    public required string Outcome { get; init; }

    public required decimal Discount { get; init; }

    public required decimal Points { get; init; }

    /// <summary>What is to be handed out: gift products, by SKU and number.</summary>
    public required IReadOnlyList<GiftAnswer> Gifts { get; init; }

    /// <summary>Codes that it gave, to be printed or shown.</summary>
    public required IReadOnlyList<string> Coupons { get; init; }

    internal static IReadOnlyList<OfferAnswer> Of(IEnumerable<OfferDecision> offers, LoyaltyProgram program) =>
    [
        .. offers.Where(o => o.Outcome is OfferOutcome.Applied or OfferOutcome.Rejected or OfferOutcome.Counted).Select(o => new OfferAnswer
        {
            Campaign = o.Campaign,
            Name = o.Name,
            Version = o.Version,
            Outcome = JsonNamingPolicy.CamelCase.ConvertName(o.Outcome.ToString()),
            Discount = o.Discount.Amount,
            Points = program.Tell(o.Points),
            Gifts = [.. o.Promises.Where(p => p.Kind == PromiseKind.GiftProduct).Select(p => new GiftAnswer(p.Key, p.Count))],
            Coupons = o.Issued,
        }),
    ];
}

/// <summary>A good to be handed out.</summary>
public sealed record GiftAnswer(string Sku, int Quantity);
