namespace LoyaltyAdmin.Api.Problems;

/// <summary>The checks that every field of its kind undergoes. Each notes what is wrong and answers a value to go on with.</summary>
public static class FieldChecks
{
    /// <summary>The greatest amount that a field takes: far above any purchase, far below an overflow of sums.</summary>
    public const decimal GreatestAmount = 10_000_000_000m;

    /// <summary>A text that must be there: trimmed, of limited length, without control characters.</summary>
    public static string Required(this FieldErrors errors, string field, string? text, int longest)
    {
        if (text is null)
        {
            errors.Add(field, "Api.Required");
            return "";
        }

        if (errors.Optional(field, text, longest) is not { } given)
        {
            errors.Add(field, "Api.Empty");
            return "";
        }

        return given;
    }

    /// <summary>A text that may be missing; blank counts as missing.</summary>
    public static string? Optional(this FieldErrors errors, string field, string? text, int longest)
    {
        var given = text?.Trim();
        if (string.IsNullOrEmpty(given))
        {
            return null;
        }

        if (given.Length > longest)
        {
            errors.Add(field, "Api.TooLong", longest);
        }

        if (given.Any(char.IsControl))
        {
            errors.Add(field, "Api.ControlCharacters");
        }

        return given;
    }

    /// <summary>A number that must be there: not negative, of limited size and decimals.</summary>
    public static decimal Required(this FieldErrors errors, string field, decimal? number, int decimals, decimal greatest = GreatestAmount)
    {
        if (number is null)
        {
            errors.Add(field, "Api.Required");
        }

        return errors.Optional(field, number, decimals, greatest);
    }

    /// <summary>A number that is zero when missing.</summary>
    public static decimal Optional(this FieldErrors errors, string field, decimal? number, int decimals, decimal greatest = GreatestAmount)
    {
        var given = number ?? 0;
        if (given < 0)
        {
            errors.Add(field, "Api.Negative");
            return 0;
        }

        if (given > greatest)
        {
            errors.Add(field, "Api.TooGreat", greatest);
            return 0;
        }

        if (decimal.Round(given, decimals) != given)
        {
            errors.Add(field, "Api.TooManyDecimals", decimals);
            return 0;
        }

        return given;
    }
}
