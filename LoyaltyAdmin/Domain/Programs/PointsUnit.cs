namespace LoyaltyAdmin.Domain.Programs;

/// <summary>The forms of a word that counts things: one point, few (2-4 in Russian), many.</summary>
public sealed record CountedWord(string One, string Few, string Many);

/// <summary>What the program calls its points, and how finely it divides them.</summary>
public sealed record PointsUnit
{
    public CountedWord English { get; init; } = new("point", "points", "points");

    public CountedWord Russian { get; init; } = new("балл", "балла", "баллов");
}
