using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>Says in the current language how a run of a job went.</summary>
public sealed class JobWords(CodeTexts codes, IStringLocalizer<JobsText> text)
{
    public string StateOf(JobRunRow run) => text[run.State.ToString()];

    /// <summary>What it did: "Holds: 3 · Points: 120".</summary>
    public string CountsOf(JobRunRow run, DisplayUnits units) => string.Join(" · ", run.Counts.Select(c => $"{NameOf(c)}: {FigureOf(c, units)}"));

    /// <summary>Why it did not end well; null where it did.</summary>
    public string? ProblemOf(JobRunRow run) => run.Error is { } error ? codes.Find(error.Code, error.Arguments) : null;

    private string NameOf(JobCount count) => text[$"Count.{count.Name}"] is { ResourceNotFound: false } name ? name.Value : count.Name;

    /// <summary>Points are counted in the program's smallest part of one.</summary>
    private static string FigureOf(JobCount count, DisplayUnits units) =>
        count.Name == "PointParts" ? Formats.Points(count.Value, units.PointDecimals) : Formats.Number(count.Value);
}
