using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Why;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Tells why, in the words of the portal and the language of the caller.</summary>
public static class WhyApi
{
    public static void MapWhy(this RouteGroupBuilder v1)
    {
        var why = v1.MapGroup("").WithTags("Why");
        why.MapGet("/members/{id:long}/balance/why", BalanceAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("Why a member's balance is what it is").Produces<WhyAnswer>().ProducesProblems(404);
        why.MapGet("/members/{id:long}/entries/{entryId:long}/why", EntryAsync).RequireScope(ApiScope.MembersRead)
            .WithSummary("Why points came or went").Produces<WhyAnswer>().ProducesProblems(404);
        why.MapGet("/receipts/{receiptId}/lines/{line:int}/why", LineAsync).RequireScope(ApiScope.ReceiptsRead).ForPartnersToo()
            .WithSummary("Why a line of a receipt earned and paid what it did").Produces<WhyAnswer>().ProducesProblems(404);
    }

    private static async Task<IResult> BalanceAsync(long id, ApiCaller caller, ExplainBalance explain, CancellationToken ct) =>
        Tell(await explain.ExecuteAsync(caller.Actor, id, ct), new Rejection("Members.Unknown", id));

    private static async Task<IResult> EntryAsync(long id, long entryId, ApiCaller caller, ExplainEntry explain, CancellationToken ct) =>
        Tell(await explain.ExecuteAsync(caller.Actor, id, entryId, ct), new Rejection("Api.EntryUnknown", entryId));

    private static async Task<IResult> LineAsync(string receiptId, int line, ApiCaller caller, ExplainLine explain, CancellationToken ct)
    {
        var key = ReceiptPath.KeyOf(receiptId);
        return Tell(await explain.ExecuteAsync(caller.Actor, key, line, ct), ReceiptRejections.LineUnknown(key, line.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static IResult Tell(Explanation? explanation, Rejection unknown) => explanation is null
        ? unknown.ToProblem()
        : Results.Ok(new WhyAnswer(explanation.Title, [.. explanation.Sentences.Select(s => s.Text)]));

    /// <summary>The chain of reasons, cause before effect.</summary>
    /// <param name="Title">What is explained.</param>
    /// <param name="Sentences">In the language of Accept-Language.</param>
    public sealed record WhyAnswer(string Title, IReadOnlyList<string> Sentences);
}
