using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Tests.Domain.Programs;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class ReceiptWordsTests
{
    public static TheoryData<string> Codes => [.. Words.CodesOf(typeof(ReasonCodes)), .. Words.CodesOf(typeof(DraftValidation)), .. Words.CodesOf(typeof(OfferReasons))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_reason_has_its_words_in_both_languages(string code) => Words.AssertBoth(typeof(ReceiptsText), code);
}
