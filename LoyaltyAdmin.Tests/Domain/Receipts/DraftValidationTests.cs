using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class DraftValidationTests
{
    public static TheoryData<ReceiptDraft, string> Wrong => new()
    {
        { Receipt(), DraftValidation.NoLines },
        { Receipt(Line(1, 10), Line(2, 10), Line(1, 10)), DraftValidation.LineTwice },
        { Receipt(Line(1, 10, quantity: 0)), DraftValidation.NoQuantity },
        { Receipt(Line(1, 10, discount: 10.01m)), DraftValidation.DiscountAboveSum },
        { Receipt(Line(1, 10)) with { OrderDiscount = Money.Of(10.01m) }, DraftValidation.OrderDiscountAboveSum },
        { Receipt(Line(1, 10, discount: 1)) with { PaidByGiftCard = Money.Of(9.01m) }, DraftValidation.GiftCardAboveSum },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_purchase_that_makes_no_sense_is_refused(ReceiptDraft draft, string code) =>
        Assert.Equal(code, DraftValidation.Check(draft)?.Code);

    [Fact]
    public void A_free_purchase_makes_sense() =>
        Assert.Null(DraftValidation.Check(Receipt(Line(1, 10, discount: 10), Line(2, 0))));
}
