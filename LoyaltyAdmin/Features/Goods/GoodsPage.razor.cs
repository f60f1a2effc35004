using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>What sells: goods or their categories by revenue, receipts and members. Search, filters, order and page are in the address.</summary>
public sealed partial class GoodsPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private GoodsAddress address = new();
    private GoodsList? list;
    private TableView<GoodsRow>? table;
    private bool mayExport;
    private bool mayImport;
    private bool counting;
    private bool typing;
    private string typed = "";

    [Inject] public required GoodsQueries Queries { get; init; }

    [Inject] public required TableViews Views { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? Search { get; set; }

    [SupplyParameterFromQuery] public string? From { get; set; }

    [SupplyParameterFromQuery] public string? To { get; set; }

    [SupplyParameterFromQuery] public string? Category { get; set; }

    [SupplyParameterFromQuery] public string? By { get; set; }

    [SupplyParameterFromQuery] public string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    private DateOnly? ShownFrom => address.Filter.From ?? list?.Period?.From;

    private DateOnly? ShownTo => address.Filter.To ?? list?.Period?.To.AddDays(-1);

    private string Summary => string.Join(" · ", Figures());

    /// <summary>What is filtered by, in words, each with the list without it.</summary>
    private List<FilterChip> Chips => [.. DescribeFilters()];

    protected override async Task OnParametersSetAsync()
    {
        var wanted = GoodsAddress.Of(Search, From, To, Category, By, Sort, PageNumber);
        if (list is not null && wanted == address)
        {
            return;
        }

        var isOther = table is null || wanted.Filter.By != address.Filter.By;
        (address, counting) = (wanted, true);
        typed = typing ? typed : wanted.Filter.Search ?? "";
        var actor = await ActorAsync();
        (mayExport, mayImport) = (actor.May(Permission.ReportsExport), actor.May(Permission.ImportsView));
        var view = isOther
            ? await Views.OpenAsync(actor, GoodsTable.Remembered(wanted.Filter.By), GoodsTable.Columns(Text, wanted.Filter.By), Cancelled)
            : table;
        var page = new PageRequest((wanted.Page - 1) * GoodsAddress.PageSize, GoodsAddress.PageSize);
        var read = await Queries.ListAsync(wanted.Filter, wanted.Order, page, Cancelled);
        if (wanted == address)
        {
            (list, table, counting) = (read, view, false);
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
            Navigation.NavigateTo(AddressOf(address.Filter with { Search = string.IsNullOrWhiteSpace(mine) ? null : mine.Trim() }), replace: true);
        }
    }

    private void Go(GoodsFilter filter) => Navigation.NavigateTo(AddressOf(filter));

    private string AddressOf(GoodsFilter filter) => (address with { Filter = filter, Page = 1 }).ToList();

    private string Sorted(string by, bool descending) =>
        (address with { Order = new GoodsOrder(Enum.Parse<GoodsSort>(by), !descending), Page = 1 }).ToList();

    /// <summary>Leads to the goods of the category, or where there is none to the good alone.</summary>
    private string Open(GoodsRow row) => (address.Filter.By == GoodsBy.Category ? row.Key : row.Category) is { Length: > 0 } category
        ? AddressOf(address.Filter with { By = GoodsBy.Sku, Category = category, Search = null })
        : AddressOf(address.Filter with { Search = row.Name ?? row.Key });

    private Dictionary<string, object> Named(string key) => new() { ["aria-label"] = Text[key].Value };

    private static string UnitsOf(GoodsRow row) => Formats.Quantity(new Quantity(row.Units));

    private string TitleOf(GoodsRow row) => row.Name ?? (row.Key.Length > 0 ? row.Key : Text[address.Filter.By == GoodsBy.Sku ? "NoSku" : "NoCategory"]);

    private string SideOf(GoodsRow row) => address.Filter.By == GoodsBy.Category
        ? Text["CardGoods", row.Goods]
        : string.Join(" · ", new[] { row.Name is null ? null : row.Key, row.Category }.Where(part => !string.IsNullOrEmpty(part)));

    private IEnumerable<string> Figures()
    {
        if (list!.Period is { } period)
        {
            yield return $"{Formats.Date(period.From)} – {Formats.Date(period.To.AddDays(-1))}";
        }

        yield return Text[address.Filter.By == GoodsBy.Sku ? "GoodsCount" : "CategoriesCount", list.Total];
        yield return Text["RevenueSum", Formats.Money(list.Revenue / 100m, Units.Currency)];
    }

    private IEnumerable<FilterChip> DescribeFilters()
    {
        var filter = address.Filter;
        (string? Words, GoodsFilter Without)[] all =
        [
            (filter.Search is { } search ? Text["ChipSearch", search].Value : null, filter with { Search = null }),
            (filter.From is { } from ? Text["ChipFrom", Formats.Date(from)].Value : null, filter with { From = null }),
            (filter.To is { } to ? Text["ChipTo", Formats.Date(to)].Value : null, filter with { To = null }),
            (filter.Category is { } category ? Text["ChipCategory", category].Value : null, filter with { Category = null }),
        ];
        return all.Where(chip => chip.Words is not null).Select(chip => new FilterChip(chip.Words!, AddressOf(chip.Without)));
    }
}
