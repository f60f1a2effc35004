using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Shell.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What is made of a cell's text: the value as a person sees it, or nothing where it is not understood.</summary>
public sealed class Understanding(DayOrder order, string country)
{
    /// <summary>The value as the language of the person shows it; null where it is not what the field wants.</summary>
    public string? Of(ImportField field, string text) => field switch
    {
        ImportField.OccurredAt or ImportField.JoinedAt or ImportField.ActivatesAt or ImportField.ExpiresAt =>
            WrittenInstant.TryParse(text, order, out var written) ? Instant(written) : null,
        ImportField.BirthDate => WrittenInstant.TryParse(text, order, out var born) ? Formats.Date(DateOnly.FromDateTime(born.Value)) : null,
        ImportField.OccurredTime => new Cell(text).TryTime(out var time) ? TimeOnly.FromTimeSpan(time).ToString("t", System.Globalization.CultureInfo.CurrentCulture) : null,
        ImportField.Quantity => Number(text, 3),
        ImportField.Line => Number(text, 0),
        ImportField.Price or ImportField.Amount or ImportField.Discount or ImportField.Points => Number(text, 2),
        ImportField.Phone => PhoneNumber.Normalise(text, country).Accepted(out var phone, out _) ? phone : null,
        ImportField.Email => EmailAddress.Normalise(text).Accepted(out var email, out _) ? email : null,
        ImportField.Card => CardNumber.Normalise(text).Accepted(out var card, out _) ? card : null,
        _ => text,
    };

    /// <summary>Whether the field takes any text as it is, so that there is nothing to understand.</summary>
    public static bool IsText(ImportField field) => field is ImportField.ReceiptId or ImportField.Member or ImportField.Store or ImportField.Register
        or ImportField.Channel or ImportField.Sku or ImportField.Name or ImportField.Category or ImportField.ReturnOf or ImportField.ExternalId
        or ImportField.FirstName or ImportField.LastName or ImportField.AgreedToOffers;

    private static string Instant(WrittenInstant written)
    {
        var day = Formats.Date(DateOnly.FromDateTime(written.Value));
        var time = written.Value.TimeOfDay == TimeSpan.Zero ? "" : $" {written.Value.ToString("T", System.Globalization.CultureInfo.CurrentCulture)}";
        return $"{day}{time}{(written.IsUtc ? " UTC" : "")}";
    }

    private static string? Number(string text, int decimals)
    {
        if (FixedPoint.TryParse(text, decimals, out var scaled) != NumberProblem.None)
        {
            return null;
        }

        var value = (decimal)scaled;
        for (var i = 0; i < decimals; i++)
        {
            value /= 10;
        }

        return value.ToString("#,0.###", System.Globalization.CultureInfo.CurrentCulture);
    }
}
