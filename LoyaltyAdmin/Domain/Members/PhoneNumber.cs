using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Members;

/// <summary>Phone numbers as the world writes them and as we keep them: E.164, such as +79161234567 (R16).</summary>
public static class PhoneNumber
{
    private const string Separators = "()-.‐‑‒–—/";
    private const int Shortest = 8;
    private const int Longest = 15;

    /// <summary>How people of a country write their own numbers: the code, what they dial before, and digits after it.</summary>
    private static readonly Dictionary<string, National> Countries = new()
    {
        ["RU"] = new("7", "8", 10),
        ["KZ"] = new("7", "8", 10),
        ["BY"] = new("375", "80", 9),
        ["US"] = new("1", "1", 10),
        ["GB"] = new("44", "0", 10),
    };

    /// <summary>The country whose habits of writing a program with this currency follows; empty where a + is needed.</summary>
    public static string CountryOf(string currency) => currency switch
    {
        "RUB" => "RU",
        "KZT" => "KZ",
        "BYN" => "BY",
        "USD" => "US",
        "GBP" => "GB",
        _ => "",
    };

    /// <summary>
    /// The number in E.164 form. Without a + it is taken as written in the default country (an ISO code, or empty). Refused
    /// with <c>Members.PhoneInvalid</c> where it is no number, <c>Members.PhoneIsJunk</c> where it is nobody's.
    /// </summary>
    public static Result<string> Normalise(string text, string defaultCountry)
    {
        var trimmed = text.Trim();
        var isInternational = trimmed.StartsWith('+');
        var digits = string.Concat((isInternational ? trimmed[1..] : trimmed).Where(c => !char.IsWhiteSpace(c) && !Separators.Contains(c)));
        if (digits.Length == 0 || digits.Any(c => !char.IsAsciiDigit(c)))
        {
            return NotValid(text);
        }

        if (digits.Distinct().Count() == 1)
        {
            return Junk(text);
        }

        if (!isInternational && digits.StartsWith("00", StringComparison.Ordinal))
        {
            (isInternational, digits) = (true, digits[2..]);
        }

        if (!isInternational)
        {
            if (!Countries.TryGetValue(defaultCountry, out var home) || home.ToInternational(digits) is not { } full)
            {
                return NotValid(text);
            }

            digits = full;
        }

        return Check(text, digits);
    }

    /// <summary>
    /// What a number in E.164 form may begin with when these digits are the beginning of what somebody types: with the code of
    /// the country, in the way of the default country, or without what is dialled before.
    /// </summary>
    public static IReadOnlyList<string> Beginnings(string text, string defaultCountry)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (text.TrimStart().StartsWith('+') || !Countries.TryGetValue(defaultCountry, out var home))
        {
            return [$"+{(digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits)}"];
        }

        List<string> beginnings = [$"+{digits}", $"+{home.Code}{digits}"];
        foreach (var before in new[] { home.Trunk, "00" }.Where(before => digits.StartsWith(before, StringComparison.Ordinal)))
        {
            beginnings.Add(before == home.Trunk ? $"+{home.Code}{digits[before.Length..]}" : $"+{digits[before.Length..]}");
        }

        return [.. beginnings.Distinct().Where(beginning => beginning.Length > 1)];
    }

    private static Result<string> Check(string text, string digits)
    {
        if (digits.Length is < Shortest or > Longest || digits[0] == '0')
        {
            return NotValid(text);
        }

        foreach (var country in Countries.Values)
        {
            if (digits.StartsWith(country.Code, StringComparison.Ordinal))
            {
                var own = digits[country.Code.Length..];
                if (own.Length != country.Length)
                {
                    return NotValid(text);
                }

                if (own.Distinct().Count() == 1)
                {
                    return Junk(text);
                }
            }
        }

        return "+" + digits;
    }

    private static Rejection NotValid(string text) => new("Members.PhoneInvalid", text.Trim()) { Field = "phone" };

    private static Rejection Junk(string text) => new("Members.PhoneIsJunk", text.Trim()) { Field = "phone" };

    private sealed record National(string Code, string Trunk, int Length)
    {
        public string? ToInternational(string digits)
        {
            if (digits.Length == Length && !digits.StartsWith('0'))
            {
                return Code + digits;
            }

            if (digits.Length == Trunk.Length + Length && digits.StartsWith(Trunk, StringComparison.Ordinal))
            {
                return Code + digits[Trunk.Length..];
            }

            return digits.Length == Code.Length + Length && digits.StartsWith(Code, StringComparison.Ordinal) ? digits : null;
        }
    }
}
