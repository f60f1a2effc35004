namespace LoyaltyAdmin.Features.Programs;

/// <summary>Marks the texts about programs, with the words of their rejections and warnings.</summary>
public sealed class ProgramsText;
