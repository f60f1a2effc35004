namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>What the answers of a member are worth, in words.</summary>
public enum ProfileQuality
{
    /// <summary>Seventy of a hundred and more.</summary>
    Good,

    /// <summary>Forty and more.</summary>
    Fair,

    /// <summary>Below.</summary>
    Poor,

    /// <summary>Nothing was answered.</summary>
    None,
}

/// <summary>Which scores are which quality.</summary>
public static class ProfileQualities
{
    /// <summary>The lowest and the highest score of a quality, of a hundred; null of no answers.</summary>
    public static (int Lowest, int Highest)? Scores(this ProfileQuality quality) => quality switch
    {
        ProfileQuality.Good => (70, 100),
        ProfileQuality.Fair => (40, 69),
        ProfileQuality.Poor => (0, 39),
        _ => null,
    };
}
