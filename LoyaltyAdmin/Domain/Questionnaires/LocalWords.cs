namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>The same words in both languages of the customers.</summary>
public sealed record LocalWords(string En, string Ru)
{
    public static readonly LocalWords None = new("", "");

    public bool IsEmpty => En.Length == 0 && Ru.Length == 0;

    /// <summary>Whether a language lacks words.</summary>
    public bool HasGap => string.IsNullOrWhiteSpace(En) || string.IsNullOrWhiteSpace(Ru);

    /// <summary>The words in a language (two letters); in the other one where it has none.</summary>
    public string In(string language)
    {
        var (first, second) = language == "ru" ? (Ru, En) : (En, Ru);
        return first.Length > 0 ? first : second;
    }
}
