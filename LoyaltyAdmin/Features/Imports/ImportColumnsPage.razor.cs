using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>An uploaded file: how it is read, which column is what, and what is to be done with it.</summary>
public sealed partial class ImportColumnsPage
{
    private const int ShownRows = 20;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    private ImportRow? import;
    private ImportPlan plan = new();
    private ImportKind kind;
    private ColumnChoice? choice;
    private IReadOnlyList<ImportMappings.Remembered> remembered = [];
    private int? used;
    private string name = "";
    private string? refusal;
    private string country = "RU";
    private bool registerUnknown = true;
    private bool updateKnown = true;
    private bool loaded;
    private bool busy;
    private Crumb[] crumbs = [];

    [Inject] public required UploadQueries Uploads { get; init; }

    [Inject] public required ImportMappings Mappings { get; init; }

    [Inject] public required StartImport Start { get; init; }

    [Inject] public required DiscardUpload Discard { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter] public int Id { get; set; }

    private Understanding understanding => new(plan.DayOrder, country);

    private bool Ready => choice is { Missing.Count: 0, Preview.Rows.Count: > 0 };

    private string MissingWords => string.Join("; ", choice!.Missing.Select(group => string.Join(Text["Or"], group.Select(f => Text[$"Field.{f}"].Value))));

    protected override async Task OnParametersSetAsync()
    {
        crumbs = [new Crumb(Text["Title"], "/imports")];
        if (await Uploads.FindAsync(await ActorAsync(), Id, Cancelled) is { } found)
        {
            (import, kind) = (found.Import, found.Import.Kind);
            country = PhoneNumber.CountryOf((await Timelines.GetAsync(Cancelled)).InForceAt(Clock.UtcNow).Conditions.Currency);
            var again = import.Status != ImportStatus.Draft;
            (registerUnknown, updateKnown) = again ? (import.RegisterUnknown, import.UpdateKnown) : (true, true);
            await ReadAsync(found.Plan, keep: again);
        }
        else
        {
            import = null;
        }

        loaded = true;
    }

    private static string NameOf(char delimiter) => delimiter == '\t' ? "Tab" : delimiter.ToString();

    private bool IsRequired(ImportField field) => ImportFields.Required(kind).Any(group => group.Contains(field));

    private Task ReadAsync(ImportPlan how) => ReadAsync(how, keep: false);

    /// <summary>Reads the beginning of the file anew; the columns are as they were chosen, remembered or suggested.</summary>
    private async Task ReadAsync(ImportPlan how, bool keep)
    {
        var actor = await ActorAsync();
        if (!Uploads.Preview(actor, import!.UploadOf ?? Id, how.Table).Accepted(out var preview, out var rejection))
        {
            refusal = Refusals.TextOf(rejection);
            return;
        }

        (refusal, plan, used) = (null, how, null);
        if (plan.DayOrder == DayOrder.Unknown && preview.NeedsDayOrder)
        {
            plan = plan with { DayOrder = preview.LikelyDayOrder };
        }

        remembered = await Mappings.FindAsync(actor, kind, preview.Columns, Cancelled);
        choice = keep ? ColumnChoice.Of(kind, preview, plan) : ColumnChoice.Suggested(kind, preview);
        if (!keep && remembered is [var last, ..])
        {
            Use(last, preview);
        }
    }

    private void Use(ImportMappings.Remembered known, ImportPreview preview)
    {
        used = known.Id;
        name = known.Name;
        plan = plan with { DayOrder = preview.NeedsDayOrder && known.Plan.DayOrder != DayOrder.Unknown ? known.Plan.DayOrder : plan.DayOrder };
        choice = ColumnChoice.Of(kind, preview, known.Plan);
    }

    private void UseAsync(ChangeEventArgs args)
    {
        var id = int.Parse((string)args.Value!, System.Globalization.CultureInfo.InvariantCulture);
        if (remembered.FirstOrDefault(m => m.Id == id) is { } known)
        {
            Use(known, choice!.Preview);
            return;
        }

        (used, name) = (null, "");
        choice = ColumnChoice.Suggested(kind, choice!.Preview);
    }

    private Task ChangeKindAsync(ChangeEventArgs args)
    {
        kind = Enum.Parse<ImportKind>((string)args.Value!);
        return ReadAsync(plan);
    }

    private void Choose(int column, string? field) =>
        choice!.Choose(column, string.IsNullOrEmpty(field) ? null : Enum.Parse<ImportField>(field));

    private async Task BeginAsync(bool dryRun)
    {
        if (busy || choice is null)
        {
            return;
        }

        busy = true;
        var actor = await ActorAsync();
        var chosen = choice.Plan(plan);
        var order = new ImportOrder
        {
            Kind = kind,
            Plan = chosen,
            DryRun = dryRun,
            RegisterUnknown = registerUnknown && kind == ImportKind.Receipts,
            UpdateKnown = updateKnown && kind == ImportKind.Members,
        };
        var result = await Start.BeginAsync(actor, Id, order, Cancelled);
        if (result.Accepted(out var started, out var rejection))
        {
            await Mappings.KeepAsync(actor, kind, choice.Preview.Columns, name, chosen, Cancelled);
            Navigation.NavigateTo($"/imports/{started}");
            return;
        }

        (refusal, busy) = (Refusals.TextOf(rejection), false);
    }

    private async Task DiscardAsync()
    {
        busy = true;
        await Discard.ExecuteAsync(await ActorAsync(), Id, Cancelled);
        Navigation.NavigateTo("/imports");
    }
}
