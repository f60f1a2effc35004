namespace LoyaltyAdmin.Domain.Goods;

/// <summary>A good of the shop's catalogue: what a SKU is, and what is earned with it.</summary>
public sealed class Good
{
    public const int WholeMargin = 10_000;

    /// <summary>As receipt lines name it.</summary>
    public required string Sku { get; init; }

    public required string Name { get; set; }

    public string? Category { get; set; }

    /// <summary>Gross margin in hundredths of a percent of the price paid: 3,000 is 30%; null where it is not known.</summary>
    public int? Margin { get; set; }

    /// <summary>Whether the demo shop invented it: removed with it.</summary>
    public bool IsDemo { get; init; }
}
