namespace LoyaltyAdmin.Domain.Referrals;

/// <summary>Which mailbox an address ends in: what people add to it to seem another is left out.</summary>
public static class Mailbox
{
    /// <summary>Without the tag after a plus and, where the provider passes them over, without dots.</summary>
    /// <param name="email">Normalised.</param>
    public static string Of(string email)
    {
        var at = email.LastIndexOf('@');
        if (at <= 0)
        {
            return email;
        }

        var (local, domain) = (email[..at], email[(at + 1)..]);
        if (local.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus)
        {
            local = local[..plus];
        }

        return domain switch
        {
            "gmail.com" or "googlemail.com" => $"{local.Replace(".", "", StringComparison.Ordinal)}@gmail.com",
            "ya.ru" or "yandex.com" or "yandex.ru" => $"{local.Replace('.', '-')}@yandex.ru",
            _ => $"{local}@{domain}",
        };
    }
}
