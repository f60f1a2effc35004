namespace LoyaltyAdmin.Tests.Features.Imports;

public sealed class ImportedReturnTests : ImportTest
{
    [Fact]
    public async Task A_return_of_a_named_receipt_takes_its_points_back()
    {
        var import = await ImportAsync(Lines(
            "receiptId,occurredAt,member,sku,quantity,amount,returnOf",
            "B,2026-01-07,anna,MILK,-1,-50,A",
            "A,2026-01-05,anna,MILK,2,100,"));

        var goods = Assert.Single(await ReturnsAsync());
        var receipt = Assert.Single(await ReceiptsAsync());
        Assert.Equal(2, import.Accepted);
        Assert.Equal(("B", receipt.Id, 50m), (goods.Key, goods.ReceiptId, goods.Refund.Amount));
        Assert.Equal((1000L, 50m), (receipt.Lines[0].ReturnedQuantity.Thousandths, receipt.Lines[0].Refunded.Amount));
        Assert.Equal(goods.Reversed, receipt.Lines[0].Reversed);
        Assert.False(goods.Reversed.IsZero);
    }

    [Fact]
    public async Task R4_a_return_that_names_no_receipt_takes_the_latest_lines_of_its_SKU_and_the_rest_came_without_receipt()
    {
        await ImportAsync(Lines(
            "receiptId,occurredAt,member,sku,amount",
            "A,2026-01-05,anna,MILK,100",
            "B,2026-01-06,anna,MILK,40",
            "C,2026-01-07,anna,TEA,500",
            "R,2026-01-08,anna,MILK,-160"));

        var receipts = await ReceiptsAsync();
        var goods = Assert.Single(await ReturnsAsync());
        Assert.Null(goods.ReceiptId);
        Assert.Equal(160m, goods.Refund.Amount);
        Assert.Equal([100m, 40m, 0m], receipts.Select(r => r.Lines[0].Refunded.Amount));
        Assert.Equal([(40m, true), (100m, true), (20m, false)], goods.Lines.OrderBy(l => l.Number).Select(l => (l.Refund.Amount, l.ReceiptId is not null)));
    }

    [Fact]
    public async Task Goods_bought_and_brought_back_on_one_receipt_are_a_sale_and_a_return()
    {
        var import = await ImportAsync(Lines(
            "receiptId,occurredAt,member,sku,quantity,price",
            "A,2026-01-05,anna,MILK,2,50",
            "A,2026-01-05,anna,MILK,-1,50"));

        Assert.Equal(2, import.Accepted);
        Assert.Equal("A", Assert.Single(await ReceiptsAsync()).Key);
        Assert.Equal(("A", 50m), Assert.Single((await ReturnsAsync()).Select(r => (r.Key, r.Refund.Amount))));
        Assert.Equal(1000, (await ReceiptsAsync())[0].Lines[0].ReturnedQuantity.Thousandths);
    }
}
