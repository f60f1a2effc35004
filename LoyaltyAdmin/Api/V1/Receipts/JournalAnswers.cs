using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Platform.Localization;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>Tells what became of a journal's operations, as their own calls would.</summary>
public sealed class JournalAnswers(ReceiptAnswers receipts, HoldAnswers holds, CodeTexts texts)
{
    public async Task<JournalItem> TellAsync(Posting posting, PostingResult result, CancellationToken ct) => result switch
    {
        { Rejection: { } rejection } => Refused(rejection.ToProblem(), texts),
        { Hold: { } hold } => new JournalItem
        {
            Status = StatusCodes.Status200OK,
            Replayed = result.Replayed,
            Hold = await holds.TellAsync(hold, ct),
        },
        { Return: { } goods } => new JournalItem
        {
            Status = StatusCodes.Status201Created,
            Replayed = result.Replayed,
            Return = await receipts.TellAsync(goods, ((ReturnPosting)posting).ReceiptKey!, ct),
        },
        _ => new JournalItem
        {
            Status = StatusCodes.Status201Created,
            Replayed = result.Replayed,
            Receipt = await receipts.TellAsync(result.Receipt!, ct),
        },
    };

    public static JournalItem Refused(ApiProblem problem, CodeTexts texts) => new() { Status = problem.Status, Problem = problem.Describe(texts) };
}
