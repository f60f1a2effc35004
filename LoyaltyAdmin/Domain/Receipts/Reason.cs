namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>
/// Why a receipt was decided as it was. The code is a key of the receipts' texts; the arguments fill its placeholders and
/// are invariant (numbers with a point, dates as yyyy-MM-dd), so that the words can be made in any language later.
/// </summary>
/// <param name="Code">Stable name, such as <c>Receipts.CappedByShare</c>.</param>
/// <param name="Arguments">What fills the placeholders.</param>
/// <param name="Line">The receipt line it is about; null for the whole receipt.</param>
public sealed record Reason(string Code, IReadOnlyList<string> Arguments, int? Line = null);
