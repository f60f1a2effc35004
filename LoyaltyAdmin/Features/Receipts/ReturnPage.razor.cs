using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>One return: the goods, the receipts that they were bought with, and what it moved.</summary>
public sealed partial class ReturnPage
{
    private ReturnDetails? details;
    private bool missing;

    [Inject] public required ReceiptQueries Queries { get; init; }

    [Parameter] public long Id { get; set; }

    private IEnumerable<(string Name, string Value)> Facts
    {
        get
        {
            var goods = details!.Return;
            (string Key, string? Value)[] all =
            [
                ("Store", goods.Store),
                ("BalanceAfter", goods.MemberId is null ? null : Formats.Points(goods.BalanceAfter.Value, Units)),
                ("RecordedAt", Formats.Instant(goods.RecordedAt, Units.Zone)),
            ];
            return all.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (Text[fact.Key].Value, fact.Value!));
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        details = await Queries.ReturnAsync(Id, Cancelled);
        missing = details is null;
    }
}
