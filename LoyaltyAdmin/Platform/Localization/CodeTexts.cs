using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Platform.Localization;

/// <summary>
/// Finds the words of a code such as <c>Receipts.PayloadConflict</c> in the current language: its first word names the
/// feature, whose texts hold the whole code as a key. So whoever shows a "no" need not know the feature that said it.
/// </summary>
public sealed class CodeTexts(IStringLocalizerFactory texts)
{
    private static readonly string Assembly = typeof(CodeTexts).Assembly.GetName().Name!;

    /// <summary>The words with the arguments filled in; the code itself when nobody wrote words for it.</summary>
    public string Find(string code, params object[] arguments)
    {
        var area = code.Split('.')[0];
        foreach (var place in (string[])[$"{Assembly}.Features.{area}.{area}Text", $"{Assembly}.{area}.{area}Text", $"{Assembly}.Platform.Localization.{area}Text"])
        {
            var text = texts.Create(place, Assembly)[code, arguments];
            if (!text.ResourceNotFound)
            {
                return text.Value;
            }
        }

        return code;
    }
}
