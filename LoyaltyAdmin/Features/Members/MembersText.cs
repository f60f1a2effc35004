namespace LoyaltyAdmin.Features.Members;

/// <summary>Names the texts of the members' pages and refusals.</summary>
public sealed class MembersText;
