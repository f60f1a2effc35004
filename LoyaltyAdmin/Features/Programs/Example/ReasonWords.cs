using System.Globalization;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Platform.Localization;

namespace LoyaltyAdmin.Features.Programs.Example;

/// <summary>Says the engine's reasons in the language of the person.</summary>
internal static class ReasonWords
{
    private static readonly HashSet<string> Names = [ReasonCodes.ExcludedFromAccrual, ReasonCodes.ExcludedFromRedemption];

    public static string Say(this CodeTexts texts, Reason reason) =>
        texts.Find(reason.Code, [.. reason.Arguments.Select(argument => Names.Contains(reason.Code) ? argument : Readable(argument))]);

    private static string Readable(string argument) =>
        decimal.TryParse(argument, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Wording.Plain(number) : argument;
}
