namespace LoyaltyAdmin.Domain.Programs;

/// <summary>The forms of a word that counts things: one point, few (2-4 in Russian), many.</summary>
public sealed record CountedWord(string One, string Few, string Many);

/// <summary>What the program calls its points, and how finely it divides them.</summary>
public sealed record PointsUnit
{
    public CountedWord English { get; init; } = new("point", "points", "points");

    public CountedWord Russian { get; init; } = new("балл", "балла", "баллов");

    /// <summary>
    /// Decimals that the program's points shall have from the publication on; null to leave them. Only while no points were
    /// ever issued: see <see cref="LoyaltyProgram.PointDecimals"/> for what holds.
    /// </summary>
    public int? Decimals { get; init; }
}
