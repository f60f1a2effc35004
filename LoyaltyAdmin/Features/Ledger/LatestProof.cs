using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>
/// The last proof that somebody asked this node for. A proof reads the whole ledger, so looking at it does not make a new one.
/// </summary>
public sealed class LatestProof(LedgerProof proof)
{
    private volatile LedgerProof.Result? result;

    /// <summary>Null until the first one since the start.</summary>
    public LedgerProof.Result? Result => result;

    /// <summary>Proves the ledger anew.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not.</exception>
    public async Task<LedgerProof.Result> CheckAsync(Actor actor, CancellationToken ct) => result = await proof.ExecuteAsync(actor, ct);
}
