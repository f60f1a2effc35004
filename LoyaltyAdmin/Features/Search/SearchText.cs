namespace LoyaltyAdmin.Features.Search;

/// <summary>Names the texts of the search from anywhere.</summary>
public sealed class SearchText;
