using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Makes receipt rows of a file's rows.</summary>
internal static class ReceiptRowReader
{
    /// <summary>The current row; null if something is wrong with it, which the cells then say.</summary>
    /// <param name="cells">Stands on a row whose shape is sound.</param>
    /// <param name="key">The receipt that the row names, also where the rest of the row is wrong.</param>
    public static ReceiptRow? Read(RowCells cells, out string? key)
    {
        key = cells.Text(ImportField.ReceiptId, LoyaltyDbContext.KeyLength);
        var at = cells.Instant(ImportField.OccurredAt, ImportField.OccurredTime);
        cells.Demand(ImportField.OccurredAt, at is not null);
        var quantity = cells.Number(ImportField.Quantity, 3);
        var price = cells.Number(ImportField.Price, 2);
        var amount = cells.Number(ImportField.Amount, 2);
        var discount = cells.Number(ImportField.Discount, 2);
        var line = cells.Number(ImportField.Line, 0);
        if (line is < 1 or > int.MaxValue)
        {
            cells.Refuse(new Rejection("Imports.LineNotPositive", line.Value.ToString(CultureInfo.InvariantCulture)));
        }

        var member = cells.Text(ImportField.Member, LoyaltyDbContext.KeyLength);
        var store = cells.Text(ImportField.Store, 64);
        var register = cells.Text(ImportField.Register, 64);
        var channel = cells.Text(ImportField.Channel, 50);
        var sku = cells.Text(ImportField.Sku, 64);
        var category = cells.Text(ImportField.Category, 100);
        var returnOf = cells.Text(ImportField.ReturnOf, LoyaltyDbContext.KeyLength);
        if (cells.Problem is not null)
        {
            return null;
        }

        if (!LineAmountRule.Decide(quantity, price, amount, discount).Accepted(out var amounts, out var rejection))
        {
            cells.Refuse(rejection);
            return null;
        }

        return new ReceiptRow
        {
            Row = cells.Row,
            Key = key,
            OccurredAt = at!.Value,
            IsReturn = amounts.IsReturn,
            ReturnOf = amounts.IsReturn ? returnOf : null,
            Member = member,
            Store = store,
            Register = register,
            Channel = channel,
            Line = (int?)line,
            Sku = sku,
            Name = cells.Beginning(ImportField.Name, 200),
            Category = category,
            Quantity = amounts.Quantity,
            Gross = amounts.Gross,
            Discount = amounts.Discount,
        };
    }
}
