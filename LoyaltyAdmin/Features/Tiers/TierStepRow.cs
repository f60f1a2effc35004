using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>One step of a member on the ladder, for lists.</summary>
/// <param name="Id">Of the step.</param>
/// <param name="At">When.</param>
/// <param name="MemberId">Whose.</param>
/// <param name="Member">How people call the member.</param>
/// <param name="From">Key of the level before.</param>
/// <param name="To">Key of the level after.</param>
/// <param name="Cause">Why.</param>
/// <param name="Metric">The metric in hundredths of its unit; null where none was looked at.</param>
/// <param name="KeptUntil">The first day on which the level must be earned again; the greatest day for never.</param>
/// <param name="Receipt">The till's name of the receipt that brought it.</param>
/// <param name="Reason">Why it was given by hand.</param>
/// <param name="Author">Who gave it by hand.</param>
public sealed record TierStepRow(
    long Id, DateTime At, long MemberId, string Member, string From, string To, TierCause Cause, long? Metric, DateOnly KeptUntil, string? Receipt, string? Reason, string? Author);
