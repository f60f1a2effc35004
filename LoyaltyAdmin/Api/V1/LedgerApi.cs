using LoyaltyAdmin.Api.Description;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Whether the points add up.</summary>
public static class LedgerApi
{
    public static void MapLedger(this RouteGroupBuilder v1) =>
        v1.MapGroup("/ledger").WithTags("Ledger").MapGet("/proof", ProveAsync).RequireScope(ApiScope.LedgerRead)
            .WithSummary("Prove that every point is accounted for")
            .WithDescription("Issued = remaining + redeemed + expired + reversed, in all and on each account.")
            .Produces<ProofAnswer>();

    private static async Task<IResult> ProveAsync(ApiCaller caller, LedgerProof proof, ProgramTimelines timelines, CancellationToken ct)
    {
        var result = await proof.ExecuteAsync(caller.Actor, ct);
        decimal Tell(long parts) => ApiPoints.Tell(parts, result.PointDecimals);
        return Results.Ok(new ProofAnswer
        {
            Accounts = result.Accounts,
            Issued = Tell(result.Totals.Issued),
            Remaining = Tell(result.Totals.Remaining),
            Redeemed = Tell(result.Totals.Redeemed),
            Expired = Tell(result.Totals.Expired),
            Reversed = Tell(result.Totals.Reversed),
            Debt = Tell(result.Debt),
            Balanced = result.Balanced,
            Unbalanced = result.Unbalanced,
            CheckedAt = ApiInstant.Tell(result.CheckedAt, await timelines.GetAsync(ct)),
        });
    }

    /// <summary>The ledger added up, in points.</summary>
    public sealed record ProofAnswer
    {
        public required long Accounts { get; init; }

        public required decimal Issued { get; init; }

        public required decimal Remaining { get; init; }

        /// <summary>Spent less given back.</summary>
        public required decimal Redeemed { get; init; }

        public required decimal Expired { get; init; }

        /// <summary>Taken back by returns, repayments of debt and corrections.</summary>
        public required decimal Reversed { get; init; }

        /// <summary>What members owe; it stands apart from the sum.</summary>
        public required decimal Debt { get; init; }

        public required bool Balanced { get; init; }

        /// <summary>Accounts on which something does not add up, the first hundred.</summary>
        public required IReadOnlyList<long> Unbalanced { get; init; }

        public required DateTimeOffset CheckedAt { get; init; }
    }
}
