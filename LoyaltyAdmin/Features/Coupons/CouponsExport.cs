using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>The lists of series and of codes as workbooks; the codes are what a mailing or a printing house needs.</summary>
public sealed class CouponsExport(CouponQueries queries, ListWorkbook workbook, IStringLocalizer<CouponsText> text)
{
    /// <summary>Writes the workbook of all series.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see promotions or may not export.</exception>
    public async Task WriteSeriesAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var list = CouponTables.Series(text);
        var state = list.Read(asked);
        var rows = ListRows.OfAsync(list.Sorted(await queries.SeriesAsync(actor, ct), state));
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Title"]), list, state.Filter, asked.Columns, rows, ct);
    }

    /// <summary>Writes the codes of a series that an address asks for.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see promotions or may not export.</exception>
    public async Task WriteCodesAsync(Actor actor, Stream stream, CouponSeries series, ListParameters asked, CancellationToken ct)
    {
        var list = CouponTables.Codes(text, series.Id);
        var state = list.Read(asked);
        var rows = queries.StreamAsync(actor, series, state.Filter, state.By<CouponSort>(), state.Descending, ct);
        await workbook.WriteAsync(actor, stream, (series.Name, text["Codes"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
