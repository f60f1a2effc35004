using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>A version in the list: since or from when, until when, who published it and why.</summary>
/// <param name="Number">As people name it.</param>
/// <param name="State">Where it is now.</param>
/// <param name="EffectiveFrom">From when on (UTC); null for a draft, the beginning of time for the first.</param>
/// <param name="EffectiveTo">The instant at which the next one takes over; null when none does.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="Note">Why.</param>
/// <param name="Conditions">What it promises.</param>
public sealed record VersionRow(
    int Number,
    VersionState State,
    DateTime? EffectiveFrom,
    DateTime? EffectiveTo,
    DateTime? PublishedAt,
    string? PublishedBy,
    string? Note,
    ProgramConditions Conditions);

/// <summary>A version with the one before it, to tell what it changed.</summary>
/// <param name="Version">The version itself.</param>
/// <param name="Previous">For a published one the one it took over from, for a draft the one in force; null for the first.</param>
/// <param name="PointDecimals">Decimals of the program's points.</param>
public sealed record VersionDetails(VersionRow Version, VersionRow? Previous, int PointDecimals);

/// <summary>The program with all that its page shows.</summary>
/// <param name="Versions">Draft first, then the latest to come into force first.</param>
/// <param name="Draft">The draft, for use cases; null when there is none.</param>
/// <param name="PointDecimals">Decimals of the program's points.</param>
/// <param name="DecimalsFixed">Whether points were ever issued.</param>
public sealed record ProgramOverview(IReadOnlyList<VersionRow> Versions, DraftRead? Draft, int PointDecimals, bool DecimalsFixed)
{
    public VersionRow InForce => Versions.First(v => v.State == VersionState.InForce);

    public VersionRow? DraftVersion => Versions.FirstOrDefault(v => v.State == VersionState.Draft);

    /// <summary>Those to come, the next first.</summary>
    public IEnumerable<VersionRow> Scheduled => Versions.Where(v => v.State == VersionState.Scheduled).OrderBy(v => v.EffectiveFrom);
}
