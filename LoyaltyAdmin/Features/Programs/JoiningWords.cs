using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>Says how people join in plain sentences.</summary>
internal static class JoiningWords
{
    public static IEnumerable<string> Describe(ProgramConditions conditions, Wording say)
    {
        var joining = conditions.Joining;
        yield return joining.Price == EntryPrice.Receipt
            ? say["Say.Joining.Receipt", say.Money(joining.LeastReceipt)]
            : say["Say.Joining." + joining.Price];
        if (joining.CardNeeded)
        {
            yield return say["Say.Joining.CardNeeded"];
        }

        if (joining.WelcomePoints > 0)
        {
            yield return say["Say.Joining.Welcome", say.Points(joining.WelcomePoints)];
        }

        if (joining.ToSpend != SpendingNeeds.Nothing)
        {
            yield return say["Say.Joining.ToSpend." + joining.ToSpend];
        }

        if (joining.ConfirmSpending != SpendingConfirmation.None)
        {
            yield return say["Say.Joining.Confirm." + joining.ConfirmSpending];
        }

        if (joining.HouseholdLimit > 0)
        {
            yield return say["Say.Joining.Household", joining.HouseholdLimit];
        }
    }
}
