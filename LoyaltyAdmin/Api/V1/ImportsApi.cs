using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Files that are brought in: sent, watched, cancelled, and what was wrong with them.</summary>
public static class ImportsApi
{
    public static void MapImports(this RouteGroupBuilder v1, IConfiguration configuration)
    {
        var limit = new UploadLimit(configuration).Bytes;
        var imports = v1.MapGroup("/imports").WithTags("Imports").RequireScope(ApiScope.Imports);
        imports.MapPost("/", (HttpContext http, ApiCaller caller, string kind, bool? dryRun, bool? registerUnknown, bool? updateKnown, StartImport start, CancellationToken ct) =>
                StartAsync(http, limit, caller, new Upload(kind, dryRun ?? false, registerUnknown ?? false, updateKnown ?? false), start, ct))
            .WithMetadata(new RequestSizeLimitAttribute(limit))
            .Accepts<ImportForm>("multipart/form-data")
            .WithSummary("Send a file of receipts, members, opening balances or goods")
            .WithDescription("CSV or XLSX; the work is done in the background. The same file again adds nothing.")
            .Produces<ImportAnswer.Queued>(StatusCodes.Status202Accepted).ProducesProblems(413, 415);
        imports.MapGet("/{id:int}", FindAsync).WithSummary("How far an import is").Produces<ImportAnswer>().ProducesProblems(404);
        imports.MapGet("/{id:int}/errors", ErrorsAsync).WithSummary("The rows that were not taken, with the reasons, as CSV")
            .Produces<string>(contentType: "text/csv").ProducesProblems(404);
        imports.MapPost("/{id:int}/cancel", CancelAsync).WithSummary("Stop an import after its current batch")
            .Produces<ImportAnswer>().ProducesProblems(404, 422);
    }

    private static async Task<IResult> StartAsync(
        HttpContext http, long limit, ApiCaller caller, Upload upload, StartImport start, CancellationToken ct)
    {
        if (upload.Kind is not { } kind)
        {
            return Invalid("kind", "Api.OneOf", string.Join(", ", Upload.Kinds));
        }

        if (!http.Request.HasFormContentType)
        {
            return new ApiProblem(StatusCodes.Status415UnsupportedMediaType, new Rejection("Api.UnsupportedMediaType", "multipart/form-data"));
        }

        // Larger files pass through the disk, never through memory.
        var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = limit }, ct);
        if (form.Files.GetFile("file") is not { } file)
        {
            return Invalid("file", "Api.Required");
        }

        if (!ImportPlan.Read(form["mapping"].FirstOrDefault()).Accepted(out var plan, out var unreadable))
        {
            return new ApiProblem(StatusCodes.Status400BadRequest, unreadable);
        }

        await using var content = file.OpenReadStream();
        var result = await start.ExecuteAsync(caller.Actor, file.FileName, content, upload.Order(kind, plan), ct);
        return result.Accepted(out var id, out var rejection)
            ? Results.Accepted($"{ApiRegistration.Root}/v1/imports/{id}", new ImportAnswer.Queued(id))
            : new ApiProblem(StatusCodes.Status400BadRequest, rejection);
    }

    private static async Task<IResult> FindAsync(
        int id, ApiCaller caller, ImportQueries imports, ProgramTimelines timelines, CancellationToken ct) =>
        await imports.DetailsAsync(caller.Actor, id, ct) is { } import
            ? Results.Ok(ImportAnswer.Of(import, imports, await timelines.GetAsync(ct)))
            : Unknown(id);

    private static async Task<IResult> ErrorsAsync(int id, ApiCaller caller, ImportQueries imports, CancellationToken ct)
    {
        if (await imports.DetailsAsync(caller.Actor, id, ct) is null)
        {
            return Unknown(id);
        }

        var file = TempFile.Create();
        await imports.WriteErrorsAsync(caller.Actor, id, file, ct);
        file.Position = 0;
        return Results.Stream(file, "text/csv; charset=utf-8", $"import-{id}-errors.csv");
    }

    private static async Task<IResult> CancelAsync(
        int id, ApiCaller caller, CancelImport cancel, ImportQueries imports, ProgramTimelines timelines, CancellationToken ct) =>
        await imports.DetailsAsync(caller.Actor, id, ct) is null ? Unknown(id)
        : await cancel.ExecuteAsync(caller.Actor, id, ct) is { } rejection ? rejection.ToProblem()
        : await FindAsync(id, caller, imports, timelines, ct);

    private static ApiProblem Unknown(int id) => new Rejection("Api.ImportUnknown", id).ToProblem();

    private static ApiProblem Invalid(string field, string code, params object[] arguments)
    {
        var errors = new FieldErrors();
        errors.Add(field, code, arguments);
        return errors.ToProblem();
    }

    /// <summary>What the address of an upload asks for.</summary>
    private sealed record Upload(string KindName, bool DryRun, bool RegisterUnknown, bool UpdateKnown)
    {
        public static IEnumerable<string> Kinds => Enum.GetNames<ImportKind>().Select(name => name.ToLowerInvariant());

        /// <summary>Null for a word that names none.</summary>
        public ImportKind? Kind => Kinds.Contains(KindName.ToLowerInvariant()) ? Enum.Parse<ImportKind>(KindName, ignoreCase: true) : null;

        public ImportOrder Order(ImportKind kind, ImportPlan plan) => new()
        {
            Kind = kind,
            Plan = plan,
            DryRun = DryRun,
            RegisterUnknown = RegisterUnknown,
            UpdateKnown = UpdateKnown,
        };
    }
}
