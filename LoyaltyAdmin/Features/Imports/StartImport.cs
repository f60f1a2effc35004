using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Takes a file in, checks that its columns make sense and queues it. The work is done in the background.</summary>
public sealed class StartImport(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock, ImportFolder folder, ImportBoard board)
{
    /// <summary>Queues the file and answers with the number of its import.</summary>
    /// <param name="actor">Who brings it; needs <see cref="Permission.ImportsRun"/>.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="fileName">As the sender names it.</param>
    /// <param name="content">Read to its end, never held in memory.</param>
    /// <param name="mappingJson">Column of the file → field, as a JSON object; null when the columns have the fields' names.</param>
    /// <param name="dryRun">Checks everything and writes nothing.</param>
    /// <param name="registerUnknown">Registers members that receipts name and nobody knows.</param>
    /// <param name="ct">Cancels taking the file in.</param>
    public async Task<Result<int>> ExecuteAsync(
        Actor actor, ImportKind kind, string fileName, Stream content, string? mappingJson, bool dryRun, bool registerUnknown, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsRun);
        if (!Mapping(mappingJson).Accepted(out var mapping, out var rejection))
        {
            return rejection;
        }

        var (path, hash, length) = await folder.TakeInAsync(content, ct);
        try
        {
            if ((length == 0 ? new Rejection("Imports.EmptyFile") { Field = "file" } : Check(path, kind, mapping)) is { } refused)
            {
                return refused;
            }

            var name = Path.GetFileName(fileName.Replace('\\', '/'));
            var run = new ImportRun
            {
                Kind = kind,
                FileName = name.Length is > 0 and <= 260 ? name : name.Length == 0 ? "file" : name[^260..],
                FileHash = hash,
                Mapping = mapping.Count == 0 ? null : JsonSerializer.Serialize(mapping),
                DryRun = dryRun,
                RegisterUnknown = registerUnknown,
                CreatedBy = actor.Name,
                CreatedAt = clock.UtcNow,
            };
            await using var db = await databases.CreateDbContextAsync(ct);
            db.Author = actor.Name;
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            db.Imports.Add(run);
            await db.SaveChangesAsync(ct);
            File.Move(path, folder.SourceOf(run.Id), overwrite: true);
            File.Delete(folder.StagingOf(run.Id));
            File.Delete(folder.ErrorsOf(run.Id));
            await transaction.CommitAsync(ct);
            board.Wake();
            board.Tell(run.Id);
            return run.Id;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Rejection? Check(string path, ImportKind kind, Dictionary<string, string> mapping)
    {
        try
        {
            using var table = TableReader.Open(File.OpenRead(path));
            return ColumnMap.Match(kind, table.Columns, mapping).Rejection;
        }
        catch (UnreadableTableException e)
        {
            return new Rejection("Imports.Unreadable", e.Message) { Field = "file" };
        }
    }

    private static Result<Dictionary<string, string>> Mapping(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new Dictionary<string, string>();
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json) is { } mapping
                ? mapping
                : new Dictionary<string, string>();
        }
        catch (JsonException)
        {
            return new Rejection("Imports.BadMapping") { Field = "mapping" };
        }
    }
}
