using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.Why;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>One sale: what it was, why it earned and paid so, what it moved and what came back.</summary>
public sealed partial class ReceiptPage
{
    private ReceiptDetails? details;
    private bool missing;
    private bool mayViewProgram;
    private bool mayViewPromotions;
    private IReadOnlyList<OfferDecision> offers = [];

    [Inject] public required ReceiptQueries Queries { get; init; }

    [Inject] public required ReasonWords Reasons { get; init; }

    [Inject] public required ExplainLine Explain { get; init; }

    [Parameter] public long Id { get; set; }

    /// <summary>The word for how much came back; null while nothing did.</summary>
    private string? Returned => details is not { Returns.Count: > 0, Receipt: var receipt }
        ? null
        : receipt.Lines.TrueForAll(l => l.ReturnedQuantity == l.Quantity) ? "ReturnedWhole" : "ReturnedPart";

    private IEnumerable<(string Name, string Value)> Facts
    {
        get
        {
            var receipt = details!.Receipt;
            (string Key, string? Value)[] all =
            [
                ("Partner", details.Partner),
                ("Store", receipt.Store),
                ("Register", receipt.Register),
                ("Channel", receipt.Channel),
                ("BalanceAfter", receipt.MemberId is null ? null : Formats.Points(receipt.BalanceAfter.Value, Units)),
                ("Source", Text[$"Source{receipt.Source}"]),
                ("RecordedAt", Formats.Instant(receipt.RecordedAt, Units.Zone)),
            ];
            return all.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (Text[fact.Key].Value, fact.Value!));
        }
    }

    private async Task<Explanation?> ExplainAsync(ReceiptLine line) =>
        await Explain.ExecuteAsync(await ActorAsync(), details!.Receipt.Key, line.Line, Cancelled);

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        (mayViewProgram, mayViewPromotions) = (actor.May(Permission.ProgramView), actor.May(Permission.PromotionsView));
    }

    protected override async Task OnParametersSetAsync()
    {
        details = await Queries.ReceiptAsync(Id, Cancelled);
        missing = details is null;
        offers = OffersJson.Read(details?.Receipt.Offers);
    }
}
