using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Programs.Example;

/// <summary>A line of the example receipt while it is edited.</summary>
public sealed class ExampleLine
{
    public string Name { get; set; } = "";

    public string Category { get; set; } = "";

    /// <summary>Price of a unit.</summary>
    public decimal Price { get; set; }

    public decimal Quantity { get; set; } = 1m;

    public decimal Discount { get; set; }

    public LineKind Kind { get; set; }

    /// <summary>The line as the engine takes it; the name stands for the SKU too, so that exclusions can be tried.</summary>
    public ReceiptDraftLine ToDraft(int number)
    {
        var gross = Money.Of(decimal.Round(Price * Quantity, 2, MidpointRounding.AwayFromZero));
        return new ReceiptDraftLine
        {
            Line = number,
            Sku = Name,
            Name = Name,
            Category = Category.Length == 0 ? null : Category,
            Quantity = Domain.Values.Quantity.Of(Quantity),
            Gross = gross,
            Discount = Money.Of(Discount),
            Kind = Kind,
        };
    }
}
