namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>One time that answers were handed in, with what was answered to whoever did.</summary>
public sealed class AnswersFiling
{
    public long Id { get; init; }

    public required long MemberId { get; init; }

    /// <summary>The caller's name of it; unique.</summary>
    public required string OperationId { get; init; }

    /// <summary>Fingerprint of what was sent, to tell a repetition from something else under the same name.</summary>
    public required string PayloadHash { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The version of the questionnaire.</summary>
    public required int Version { get; init; }

    public string Store { get; init; } = "";

    public string Cashier { get; init; } = "";

    public required string By { get; init; }

    /// <summary>The answer as JSON, to be given again to a repetition.</summary>
    public required string Outcome { get; init; }
}
