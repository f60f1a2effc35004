using System.Text;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What pages and the REST API show of imports.</summary>
public sealed class ImportQueries(
    IDbContextFactory<LoyaltyDbContext> databases, ImportFolder folder, CodeTexts codes, IStringLocalizer<ImportsText> texts)
{
    /// <summary>The newest first.</summary>
    public async Task<Page<ImportRow>> ListAsync(Actor actor, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Rows(db.Imports.OrderByDescending(r => r.Id)).ToPageAsync(page, ct);
    }

    /// <summary>Those that a filter finds.</summary>
    public async Task<ImportList> ListAsync(Actor actor, ImportFilter filter, ImportSort sort, bool descending, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var imports = Restrict(db.Imports, filter);
        var sums = await imports.GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Rows = g.Sum(r => (long)r.Rows), Rejected = g.Sum(r => (long)r.Rejected) })
            .SingleOrDefaultAsync(ct);
        var rows = await Rows(Sorted(imports, sort, descending).Skip(page.Skip).Take(page.Take)).ToListAsync(ct);
        return new ImportList(rows, sums?.Count ?? 0, sums?.Rows ?? 0, sums?.Rejected ?? 0);
    }

    private static IQueryable<ImportRun> Restrict(IQueryable<ImportRun> imports, ImportFilter filter)
    {
        if (filter.Kind is { } kind)
        {
            imports = imports.Where(r => r.Kind == kind);
        }

        if (filter.Status is { } status)
        {
            imports = imports.Where(r => r.Status == status);
        }

        return filter.IsTrial is { } isTrial ? imports.Where(r => r.DryRun == isTrial) : imports;
    }

    private static IQueryable<ImportRun> Sorted(IQueryable<ImportRun> imports, ImportSort sort, bool descending) => (sort, descending) switch
    {
        (ImportSort.File, true) => imports.OrderByDescending(r => r.FileName).ThenByDescending(r => r.Id),
        (ImportSort.File, false) => imports.OrderBy(r => r.FileName).ThenBy(r => r.Id),
        (ImportSort.Rows, true) => imports.OrderByDescending(r => r.Rows).ThenByDescending(r => r.Id),
        (ImportSort.Rows, false) => imports.OrderBy(r => r.Rows).ThenBy(r => r.Id),
        (ImportSort.Rejected, true) => imports.OrderByDescending(r => r.Rejected).ThenByDescending(r => r.Id),
        (ImportSort.Rejected, false) => imports.OrderBy(r => r.Rejected).ThenBy(r => r.Id),
        (_, true) => imports.OrderByDescending(r => r.Id),
        _ => imports.OrderBy(r => r.Id),
    };

    /// <summary>One import; null if there is none of this number.</summary>
    public async Task<ImportRow?> DetailsAsync(Actor actor, int importId, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Rows(db.Imports.Where(r => r.Id == importId)).SingleOrDefaultAsync(ct);
    }

    /// <summary>Rows that were not taken, in the order of the file.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="importId">Of which import.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="code">Only those of this reason; null for all.</param>
    public Page<RowError> Errors(Actor actor, int importId, PageRequest page, string? code = null)
    {
        actor.Demand(Permission.ImportsView);
        using var errors = RowErrors.OpenExisting(folder.ErrorsOf(importId));
        return errors is null ? Page<RowError>.Empty : new Page<RowError>(errors.Page(page, code), errors.Count(code));
    }

    /// <summary>Why rows were not taken, the most frequent reason first.</summary>
    public IReadOnlyList<ReasonCount> Reasons(Actor actor, int importId)
    {
        actor.Demand(Permission.ImportsView);
        using var errors = RowErrors.OpenExisting(folder.ErrorsOf(importId));
        return errors?.Reasons() ?? [];
    }

    /// <summary>Why a row was not taken, or an import failed, in the language of the caller.</summary>
    public string Words(string code, IEnumerable<object> arguments) => codes.Find(code, [.. arguments]);

    /// <summary>All rows that were not taken as a CSV file: the columns of the import's file, then the row's number and the reason.</summary>
    public async Task WriteErrorsAsync(Actor actor, int importId, Stream target, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
        using var errors = RowErrors.OpenExisting(folder.ErrorsOf(importId));
        var columns = errors?.Columns() ?? [];
        var line = new StringBuilder();
        await WriteLineAsync([.. columns, texts["RowNumber"].Value, texts["Reason"].Value]);
        foreach (var error in errors?.All() ?? [])
        {
            ct.ThrowIfCancellationRequested();
            await WriteLineAsync(
            [
                .. error.Cells.Take(columns.Count),
                .. Enumerable.Repeat("", Math.Max(0, columns.Count - error.Cells.Count)),
                error.Row.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Words(error.Reason.Code, error.Reason.Arguments),
            ]);
        }

        async Task WriteLineAsync(IReadOnlyList<string> cells)
        {
            line.Clear();
            line.AppendJoin(';', cells.Select(c => Platform.Csv.CsvCell.Quoted(c, ';'))).Append("\r\n");
            await writer.WriteAsync(line, ct);
        }
    }

    internal static IQueryable<ImportRow> Rows(IQueryable<ImportRun> imports) => imports.Select(r => new ImportRow
    {
        Id = r.Id,
        Kind = r.Kind,
        FileName = r.FileName,
        DryRun = r.DryRun,
        RegisterUnknown = r.RegisterUnknown,
        Status = r.Status,
        CancelRequested = r.CancelRequested,
        Rows = r.Rows,
        Accepted = r.Accepted,
        Skipped = r.Skipped,
        Rejected = r.Rejected,
        UpdateKnown = r.UpdateKnown,
        UploadOf = r.UploadOf,
        FollowedBy = r.FollowedBy,
        NewMembers = r.NewMembers,
        ChangedMembers = r.ChangedMembers,
        Sales = r.Sales,
        Returns = r.Returns,
        PointsIn = r.PointsIn,
        PointsBack = r.PointsBack,
        UndoneBy = r.UndoneBy,
        UndoneAt = r.UndoneAt,
        UndoReason = r.UndoReason,
        FailureCode = r.FailureCode,
        FailureDetail = r.FailureDetail,
        CreatedBy = r.CreatedBy,
        CreatedAt = r.CreatedAt,
        StartedAt = r.StartedAt,
        FinishedAt = r.FinishedAt,
    });
}
