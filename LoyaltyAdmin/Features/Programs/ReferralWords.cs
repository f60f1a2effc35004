using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>Says the terms of bringing friends in plain sentences.</summary>
internal static class ReferralWords
{
    public static IEnumerable<string> Describe(ProgramConditions conditions, Wording say)
    {
        var terms = conditions.Referral;
        if (!terms.Enabled)
        {
            yield return say["Say.Referral.None"];
            yield break;
        }

        if (terms.ReferrerPoints > 0)
        {
            yield return say["Say.Referral.Referrer", say.Points(terms.ReferrerPoints)];
        }

        if (terms.FriendPoints > 0)
        {
            yield return say["Say.Referral.Friend", say.Points(terms.FriendPoints)];
        }

        yield return terms.MinimumPurchase.IsZero ? say["Say.Referral.AnyPurchase"] : say["Say.Referral.Purchase", say.Money(terms.MinimumPurchase)];
        if (terms.DaysToBuy is { } buy)
        {
            yield return say["Say.Referral.Buy", say.Count(buy, "Days")];
        }

        yield return say["Say.Referral.Wait", say.Count(terms.WaitDays(conditions.Activation), "Days")];
        if (terms.CapPerMonth is { } month)
        {
            yield return say["Say.Referral.CapPerMonth", Wording.Plain(month)];
        }

        if (terms.CapInAll is { } all)
        {
            yield return say["Say.Referral.CapInAll", Wording.Plain(all)];
        }

        if (terms.Link.Trim() is { Length: > 0 } link)
        {
            yield return say["Say.Referral.Link", link];
        }

        var blocks = new (bool On, string Key)[]
        {
            (terms.BlockSamePhone, "Phone"), (terms.BlockSameEmail, "Email"), (terms.BlockSameCard, "Card"), (terms.BlockSameAddress, "Address"), (terms.BlockSameDevice, "Device"),
        };
        if (blocks.Any(b => b.On))
        {
            yield return say["Say.Referral.Blocks", Wording.List(blocks.Where(b => b.On).Select(b => say["Referral.Block." + b.Key]))];
        }
    }
}
