using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>All sales and returns: search, filters, order and page are in the address.</summary>
public sealed partial class ReceiptsPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private ReceiptsAddress address = new();

    /// <summary>The filter with the period that it means.</summary>
    private ReceiptFilter shown = new();
    private ReceiptList? list;
    private TableView<ReceiptListRow>? table;
    private Choice<ReceiptKind?>[] kinds = [];
    private Choice<bool?>[] members = [];
    private IReadOnlyList<string> stores = [];
    private string? member;
    private bool mayExport;
    private bool mayImport;
    private bool filtersOpen;
    private bool typing;
    private string typed = "";

    [Inject] public required ReceiptListQueries Queries { get; init; }

    [Inject] public required MemberQueries Members { get; init; }

    [Inject] public required TableViews Views { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? Search { get; set; }

    [SupplyParameterFromQuery] public string? From { get; set; }

    [SupplyParameterFromQuery] public string? To { get; set; }

    [SupplyParameterFromQuery] public string? Kind { get; set; }

    [SupplyParameterFromQuery] public string? Store { get; set; }

    [SupplyParameterFromQuery] public string? With { get; set; }

    [SupplyParameterFromQuery(Name = "member")] public long? MemberId { get; set; }

    [SupplyParameterFromQuery] public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    /// <summary>What is filtered by, in words, each with the list without it.</summary>
    private List<FilterChip> Chips => [.. DescribeFilters()];

    private string Summary => string.Join(" · ", Figures());

    protected override async Task OnInitializedAsync()
    {
        kinds = [new(Text["KindsAll"], null), new(Text["KindsSale"], ReceiptKind.Sale), new(Text["KindsReturn"], ReceiptKind.Return)];
        members = [new(Text["AnyMember"], null), new(Text["WithMember"], true), new(Text["WithoutMember"], false)];
        var actor = await ActorAsync();
        (mayExport, mayImport) = (actor.May(Permission.ReportsExport), actor.May(Permission.ImportsView));
        table = await Views.OpenAsync(actor, ReceiptsTable.Remembered, ReceiptsTable.Columns(Text, Units.PointDecimals), Cancelled);
        stores = await Queries.StoresAsync(Cancelled);
    }

    protected override async Task OnParametersSetAsync()
    {
        var wanted = ReceiptsAddress.Of(Search, From, To, Kind, Store, With, MemberId, Sort, PageNumber);
        if (list is not null && wanted == address)
        {
            return;
        }

        address = wanted;
        typed = typing ? typed : wanted.Filter.Search ?? "";
        var filter = await Queries.WithPeriodAsync(wanted.Filter, Cancelled);
        var name = filter.MemberId is { } id ? (await Members.DetailsAsync(id, Cancelled))?.For(await ActorAsync()).DisplayName ?? $"№ {id}" : null;
        var page = new PageRequest((wanted.Page - 1) * ReceiptsAddress.PageSize, ReceiptsAddress.PageSize);
        var read = await Queries.ListAsync(filter, wanted.Order, page, Cancelled);
        if (wanted == address)
        {
            (list, shown, member) = (read, filter, name);
        }
    }

    private async Task TypeAsync(ChangeEventArgs args)
    {
        var mine = (string?)args.Value ?? "";
        (typed, typing) = (mine, true);
        await Task.Delay(Pause, Cancelled);
        if (mine == typed)
        {
            typing = false;
            Navigation.NavigateTo((address with { Filter = address.Filter with { Search = string.IsNullOrWhiteSpace(mine) ? null : mine.Trim() }, Page = 1 }).ToList(), replace: true);
        }
    }

    private void Go(ReceiptFilter filter) => Navigation.NavigateTo((address with { Filter = filter, Page = 1 }).ToList());

    private string Sorted(string by, bool descending) =>
        (address with { Order = new ReceiptOrder(Enum.Parse<ReceiptSort>(by), !descending), Page = 1 }).ToList();

    private Dictionary<string, object> Named(string key) => new() { ["aria-label"] = Text[key].Value };

    private IEnumerable<string> Figures()
    {
        var totals = list!.Totals;
        if (shown.From is not null || shown.To is not null)
        {
            yield return $"{(shown.From is { } from ? Formats.Date(from) : "…")} – {(shown.To is { } to ? Formats.Date(to) : "…")}";
        }

        if (shown.Kind != ReceiptKind.Return)
        {
            yield return Text["SalesCount", totals.Sales];
            yield return Text["PaidSum", Formats.Money(totals.Paid / 100m, Units.Currency)];
        }

        if (shown.Kind != ReceiptKind.Sale && totals.Returns > 0)
        {
            yield return Text["ReturnsCount", totals.Returns];
            yield return Text["RefundedSum", Formats.Money(totals.Refunded / 100m, Units.Currency)];
        }
    }

    private IEnumerable<FilterChip> DescribeFilters()
    {
        var filter = address.Filter;
        (string? Words, ReceiptFilter Without)[] all =
        [
            (filter.Search is { } search ? Text["ChipSearch", search].Value : null, filter with { Search = null }),
            (filter.From is { } from ? Text["ChipFrom", Formats.Date(from)].Value : null, filter with { From = null }),
            (filter.To is { } to ? Text["ChipTo", Formats.Date(to)].Value : null, filter with { To = null }),
            (filter.Kind is { } kind ? Text[$"Kinds{kind}"].Value : null, filter with { Kind = null }),
            (filter.HasMember is { } has ? Text[has ? "WithMember" : "WithoutMember"].Value : null, filter with { HasMember = null }),
            (filter.Store is { } store ? Text["ChipStore", store].Value : null, filter with { Store = null }),
            (filter.MemberId is not null ? Text["ChipMember", member ?? ""].Value : null, filter with { MemberId = null }),
        ];
        return all.Where(chip => chip.Words is not null)
            .Select(chip => new FilterChip(chip.Words!, (address with { Filter = chip.Without, Page = 1 }).ToList()));
    }

    private sealed record Choice<T>(string Text, T Value);
}
