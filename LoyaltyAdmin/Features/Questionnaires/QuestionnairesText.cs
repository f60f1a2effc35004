namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>Key of the texts of questionnaires.</summary>
public sealed class QuestionnairesText;
