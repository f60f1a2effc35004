using System.ComponentModel;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Imports;

namespace LoyaltyAdmin.Api.V1;

/// <summary>How far an import is; counts are rows of the file.</summary>
public sealed record ImportAnswer
{
    public required int Id { get; init; }

    public required ImportKind Kind { get; init; }

    public required string FileName { get; init; }

    public required bool DryRun { get; init; }

    public required ImportStatus Status { get; init; }

    public required int Rows { get; init; }

    public required int Accepted { get; init; }

    /// <summary>Rows that were here already.</summary>
    public required int Skipped { get; init; }

    public required int Rejected { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Where the rejected rows can be fetched; null when there are none.</summary>
    public string? ErrorsUrl { get; init; }

    /// <summary>Stable code of why it failed; null if it did not.</summary>
    public string? FailureCode { get; init; }

    /// <summary>Why it failed, in the caller's language.</summary>
    public string? Failure { get; init; }

    public static ImportAnswer Of(ImportRow import, ImportQueries words, ProgramTimeline timeline) => new()
    {
        Id = import.Id,
        Kind = import.Kind,
        FileName = import.FileName,
        DryRun = import.DryRun,
        Status = import.Status,
        Rows = import.Rows,
        Accepted = import.Accepted,
        Skipped = import.Skipped,
        Rejected = import.Rejected,
        StartedAt = import.StartedAt is { } started ? ApiInstant.Tell(started, timeline) : null,
        FinishedAt = import.FinishedAt is { } finished ? ApiInstant.Tell(finished, timeline) : null,
        ErrorsUrl = import.Rejected > 0 ? $"{ApiRegistration.Root}/v1/imports/{import.Id}/errors" : null,
        FailureCode = import.FailureCode,
        Failure = import.FailureCode is { } code ? words.Words(code, [import.FailureDetail ?? ""]) : null,
    };

    /// <summary>An import that waits for its turn.</summary>
    public sealed record Queued(int Id);
}

/// <summary>The parts of an upload.</summary>
public sealed record ImportForm
{
    [Description("CSV (comma or semicolon, UTF-8 or Windows-1251) or XLSX; the header row names the columns.")]
    public required IFormFile File { get; init; }

    [Description("Column of the file → field, as a JSON object; not needed when the columns have the fields' names. Or a plan: "
        + "{columns: {…}, constants: {field: value}, exact, dayOrder: dayFirst or monthFirst, encoding, delimiter, sheet}.")]
    public string? Mapping { get; init; }
}
