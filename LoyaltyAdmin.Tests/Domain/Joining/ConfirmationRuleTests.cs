using LoyaltyAdmin.Domain.Joining;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;

namespace LoyaltyAdmin.Tests.Domain.Joining;

public sealed class ConfirmationRuleTests
{
    [Theory]
    [InlineData(SpendingConfirmation.Name, true, false, "Anna P.", "Anna P.", null)]
    [InlineData(SpendingConfirmation.Name, true, false, null, "Anna P.", "Receipts.NameNotConfirmed")]
    [InlineData(SpendingConfirmation.Name, true, false, "Anna K.", "Anna P.", "Receipts.NameNotConfirmed")]
    [InlineData(SpendingConfirmation.Name, true, false, "Anna P.", null, "Receipts.NameNotKnown")]
    [InlineData(SpendingConfirmation.Name, false, false, null, "Anna P.", null)]
    [InlineData(SpendingConfirmation.Name, true, true, null, "Anna P.", null)]
    [InlineData(SpendingConfirmation.None, true, false, null, "Anna P.", null)]
    public void R16_who_was_typed_spends_once_the_masked_name_is_confirmed(SpendingConfirmation asked, bool typed, bool offline, string? confirmed, string? known, string? why) =>
        Assert.Equal(why, ConfirmationRule.WhyNot(
            new JoiningConditions { ConfirmSpending = asked },
            new ReceiptDraft { OccurredAt = DateTime.UnixEpoch, Lines = [], MemberTyped = typed, Offline = offline, ConfirmedName = confirmed },
            known));
}
