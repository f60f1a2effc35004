using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Platform.Localization;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Takes what a till did while it had no connection (R19).</summary>
public static class JournalApi
{
    public static void MapJournal(this RouteGroupBuilder v1) =>
        v1.MapGroup("/journal").WithTags("Receipts").MapPost("/", ReplayAsync).RequireScope(ApiScope.ReceiptsWrite).ForPartnersToo()
            .WithSummary("Replay what a till did offline")
            .WithDescription("Receipts, returns, confirmations and cancellations in the order given, each by the conditions of its own time. One that is refused does not hold up the others. Sent again it changes nothing.")
            .Produces<JournalAnswer>().ProducesProblems(413, 415);

    private static async Task<IResult> ReplayAsync(
        JournalRequest request, ApiCaller caller, JournalReader reader, ReceiptPoster poster, JournalAnswers answers, CodeTexts texts, CancellationToken ct)
    {
        var operations = request.Operations ?? [];
        if (operations.Count is 0 or > JournalReader.MostOperations)
        {
            var errors = new FieldErrors();
            errors.Add("operations", operations.Count == 0 ? "Api.Required" : "Api.TooMany", JournalReader.MostOperations);
            return errors.ToProblem();
        }

        var items = new JournalItem[operations.Count];
        var postings = new List<(int Index, Posting Posting)>();
        for (var i = 0; i < operations.Count; i++)
        {
            var errors = new FieldErrors();
            var posting = await reader.ReadAsync(operations[i], errors, ct);
            if (errors.Any)
            {
                items[i] = JournalAnswers.Refused(errors.ToProblem(), texts);
            }
            else
            {
                postings.Add((i, posting!));
            }
        }

        var results = postings.Count == 0
            ? []
            : await poster.PostManyAsync(caller.Actor, [.. postings.Select(p => p.Posting)], registerUnknown: false, inTransaction: null, ct);
        foreach (var ((index, posting), result) in postings.Zip(results))
        {
            items[index] = await answers.TellAsync(posting, result, ct);
        }

        return Results.Ok(new JournalAnswer(items));
    }
}
