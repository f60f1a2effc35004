namespace LoyaltyAdmin.Features.Audit;

/// <summary>Texts of the audit's page.</summary>
public sealed class AuditText;
