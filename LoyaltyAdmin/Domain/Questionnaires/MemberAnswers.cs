namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>What a member has answered so far, and what it is worth: one row a member.</summary>
public sealed class MemberAnswers
{
    public required long MemberId { get; init; }

    /// <summary>The version of the questionnaire that was asked last.</summary>
    public int Version { get; set; }

    /// <summary>Answers that the profile does not hold: to added questions, and junk.</summary>
    public IReadOnlyDictionary<string, Answer> Answers { get; set; } = new Dictionary<string, Answer>();

    /// <summary>Quality, 0 to 100, by the questions of the version.</summary>
    public int Score { get; set; }

    /// <summary>Whether each required question was answered somehow.</summary>
    public bool IsFilled { get; set; }

    /// <summary>Whether each required answer is valid.</summary>
    public bool IsValid { get; set; }

    /// <summary>All that is wrong with what was said, also where the profile knows better.</summary>
    public JunkRule Junk { get; set; }

    /// <summary>The phone that was said last in its normal form, also where it is another's; null where none could be read.</summary>
    public string? PhoneSaid { get; set; }

    /// <summary>When it was filled in first (UTC).</summary>
    public required DateTime FilledAt { get; init; }

    /// <summary>Where it was filled in first; empty where no store was named.</summary>
    public string Store { get; init; } = "";

    /// <summary>Who filled it in first, or at which register; empty where nobody was named.</summary>
    public string Cashier { get; init; } = "";

    /// <summary>Rises with each change, to detect that two changed it at once.</summary>
    public int Revision { get; set; }

    /// <summary>Takes what a sheet says.</summary>
    public void Rate(AnswerSheet sheet, int version)
    {
        (Version, Score, IsFilled, IsValid, Junk) = (version, sheet.Score, sheet.IsFilled, sheet.IsValid, JunkOf(sheet));
        Revision++;
    }

    /// <summary>Whether the row says what a sheet says.</summary>
    public bool Agrees(AnswerSheet sheet) =>
        (Score, IsFilled, IsValid, Junk) == (sheet.Score, sheet.IsFilled, sheet.IsValid, JunkOf(sheet));

    private JunkRule JunkOf(AnswerSheet sheet) => Answers.Values.Aggregate(sheet.Junk, (rules, answer) => rules | answer.Junk);
}
