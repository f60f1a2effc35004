using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Takes a file of codes for a series, tells row by row what is wrong with it, and brings in what is right when told to.</summary>
public sealed partial class ImportCouponsPage
{
    private const int MostShown = 200;
    private CouponSeriesRow? row;
    private CouponFileReport? report;
    private Rejection? refused;
    private byte[]? file;
    private string? fileName;
    private bool missing;
    private bool busy;

    [Inject] public required CouponQueries Queries { get; init; }

    [Inject] public required ImportCoupons Importing { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter] public long Id { get; set; }

    private bool CanImport => report is { IsDone: false, Codes.Count: > 0 };

    protected override async Task OnParametersSetAsync()
    {
        if (row?.Series.Id != Id)
        {
            row = await Queries.FindAsync(await ActorAsync(), Id, Cancelled);
            missing = row is not { Series.Kind: CouponKind.Unique };
        }
    }

    private async Task ChooseAsync(InputFileChangeEventArgs args)
    {
        (file, fileName, report, refused) = (null, args.File.Name, null, null);
        if (args.File.Size > ImportCoupons.MostBytes)
        {
            refused = new Rejection("Coupons.FileTooLong", CouponSeriesPlan.MostAtOnce) { Field = "file" };
            return;
        }

        try
        {
            using var content = new MemoryStream();
            await using var stream = args.File.OpenReadStream(ImportCoupons.MostBytes, Cancelled);
            await stream.CopyToAsync(content, Cancelled);
            file = content.ToArray();
        }
        catch (Exception exception) when (exception is IOException or JSException)
        {
            refused = new Rejection("Coupons.FileUnreadable") { Field = "file" };
        }
    }

    private Task CheckAsync() => RunAsync((actor, content) => Importing.CheckAsync(actor, content, Cancelled));

    private Task ImportAsync() => RunAsync((actor, content) => Importing.ExecuteAsync(actor, Id, content, Cancelled));

    private async Task RunAsync(Func<Actor, byte[], Task<Result<CouponFileReport>>> work)
    {
        if (busy || file is null)
        {
            return;
        }

        busy = true;
        try
        {
            var actor = await ActorAsync();
            var result = await Task.Run(() => work(actor, file), Cancelled);
            _ = result.Accepted(out report, out refused);
        }
        finally
        {
            busy = false;
        }
    }
}
