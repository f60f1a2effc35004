namespace LoyaltyAdmin.Features.Terms;

/// <summary>An edition in the list.</summary>
/// <param name="Number">As people name it.</param>
/// <param name="From">From when on the terms read so (UTC).</param>
/// <param name="Version">The version of the conditions in force then.</param>
/// <param name="Added">Sentences that came.</param>
/// <param name="Removed">Sentences that went.</param>
public sealed record TermsRow(int Number, DateTime From, int Version, int Added, int Removed)
{
    public string Href => $"/terms/editions/{Number}";
}
