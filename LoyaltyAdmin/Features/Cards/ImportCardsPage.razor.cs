using System.Globalization;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>Takes a file of printed cards, tells row by row what is wrong with it, and brings in what is right when told to.</summary>
public sealed partial class ImportCardsPage
{
    private const int MostShown = 200;
    private PrintedSeries printed = new();
    private IReadOnlyList<Rejection> problems = [];
    private CardFileReport? report;
    private byte[]? file;
    private string? fileName;
    private bool busy;

    [Inject] public required ImportCards Cards { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    private bool CanImport => report is { SeriesId: null, Numbers.Count: > 0 };

    private static string? Written(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? Error(string field) => problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? Refusals.TextOf(problem) : null;

    /// <summary>What was checked under other words is to be checked again.</summary>
    private void Set(PrintedSeries changed) => (printed, report) = (changed, null);

    private async Task ChooseAsync(InputFileChangeEventArgs args)
    {
        (file, fileName, report, problems) = (null, args.File.Name, null, []);
        if (args.File.Size > ImportCards.MostBytes)
        {
            problems = [new Rejection("Cards.FileTooLong", ImportCards.MostRows) { Field = "file" }];
            return;
        }

        try
        {
            using var content = new MemoryStream();
            await using var stream = args.File.OpenReadStream(ImportCards.MostBytes, Cancelled);
            await stream.CopyToAsync(content, Cancelled);
            file = content.ToArray();
        }
        catch (Exception e) when (e is IOException or JSException or TimeoutException)
        {
            problems = [new Rejection("Cards.FileUnreadable") { Field = "file" }];
        }
    }

    private Task CheckAsync() => RunAsync((actor, content) => Cards.CheckAsync(actor, printed, content, Cancelled));

    private Task ImportAsync() => RunAsync((actor, content) => Cards.ExecuteAsync(actor, printed, content, Cancelled));

    private async Task RunAsync(Func<Actor, byte[], Task<Result<CardFileReport>>> work)
    {
        if (busy)
        {
            return;
        }

        problems = [.. printed.Normalise().Check()];
        if (file is null)
        {
            problems = [.. problems, new Rejection("Cards.FileMissing") { Field = "file" }];
        }

        if (problems.Count > 0)
        {
            return;
        }

        busy = true;
        try
        {
            var actor = await ActorAsync();
            if (!(await Task.Run(() => work(actor, file!), Cancelled)).Accepted(out report, out var rejection))
            {
                problems = [rejection];
            }
        }
        finally
        {
            busy = false;
        }
    }
}
