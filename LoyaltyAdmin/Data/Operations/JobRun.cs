namespace LoyaltyAdmin.Data.Operations;

/// <summary>One run of a job: when, what it counted, or why it failed.</summary>
public sealed class JobRun
{
    public const int ErrorLength = 2000;

    public long Id { get; init; }

    public required string JobKey { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Null while it runs, and for good when the program was ended in the middle.</summary>
    public DateTime? FinishedAt { get; set; }

    public bool Succeeded { get; set; }

    /// <summary>How many things were done so far, where the job counts as it goes.</summary>
    public long Done { get; set; }

    /// <summary>What was counted, as a JSON object of names and whole numbers; null when it did not come to it.</summary>
    public string? Counts { get; set; }

    /// <summary>Code of the reason that it failed for, or the error's own message; null when it did not fail.</summary>
    public string? Error { get; set; }

    /// <summary>Arguments of that code's words, as a JSON array.</summary>
    public string? ErrorArguments { get; set; }
}
