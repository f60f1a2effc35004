using System.Globalization;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Says the reasons of a decision in the current language, with money, points and shares as people write them.</summary>
public sealed class ReasonWords(IStringLocalizer<ReceiptsText> text)
{
    private const char Money = '$';
    private const char Number = '#';

    /// <summary>What the arguments of a code are, one sign each: money, a number, or (any other sign) words that stay as they are.</summary>
    private static readonly Dictionary<string, string> Arguments = new(StringComparer.Ordinal)
    {
        [ReasonCodes.Accrued] = "#$#-",
        [ReasonCodes.AccruedBySteps] = "#$$#-",
        [ReasonCodes.AccrualOff] = "-",
        [ReasonCodes.BelowMinimumBase] = "$$",
        [ReasonCodes.TooSmallToEarn] = "$",
        [ReasonCodes.PaidByPointsEarnsNothing] = "$",
        [ReasonCodes.PaidByGiftCardEarnsNothing] = "$",
        [ReasonCodes.TaxEarnsNothing] = "$",
        [ReasonCodes.LineTooSmallToEarn] = "$",
        [ReasonCodes.CutPerLine] = "##",
        [ReasonCodes.CutPerReceipt] = "##",
        [ReasonCodes.CutPerDay] = "###",
        [ReasonCodes.CutPerMonth] = "###",
        [ReasonCodes.CappedByBalance] = "#",
        [ReasonCodes.CappedByShare] = "#$#",
        [ReasonCodes.CappedByMoneyPart] = "$#",
        [ReasonCodes.CappedByGiftCard] = "$#",
        [ReasonCodes.CappedPerReceipt] = "#",
        [ReasonCodes.CappedOffline] = "#",
        [ReasonCodes.CappedByUnitPrice] = "$#",
        [ReasonCodes.RoundedToStep] = "##",
        [ReasonCodes.RoundedToMoney] = "#$",
        [ReasonCodes.BelowMinimumPoints] = "##",
        [ReasonCodes.HoldShortfall] = "##",
        [ReasonCodes.GiftCardShortfall] = "$$",
        [OfferReasons.Discount] = "-$",
        [OfferReasons.Points] = "-#",
        [OfferReasons.GiftCard] = "-$-",
        [OfferReasons.CutToReceiptCap] = "-$",
        [OfferReasons.CutToPointsCap] = "-#",
        [OfferReasons.CutToBudget] = "-$",
        [OfferReasons.CutToPointsBudget] = "-#",
        [OfferReasons.CutByCaps] = "-##",
    };

    /// <summary>A sentence; the code itself where nobody wrote words for it.</summary>
    public string Say(Reason reason, DisplayUnits units)
    {
        var kinds = Arguments.GetValueOrDefault(reason.Code, "");
        return text[reason.Code, [.. reason.Arguments.Select((argument, i) => (object)Readable(argument, i < kinds.Length ? kinds[i] : '-', units))]];
    }

    private static string Readable(string argument, char kind, DisplayUnits units)
    {
        if (kind is not (Money or Number) || !decimal.TryParse(argument, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return argument;
        }

        return kind == Money ? Formats.Money(number, units.Currency) : Formats.Number(number, number.Scale);
    }
}
