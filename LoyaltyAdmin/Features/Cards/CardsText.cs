namespace LoyaltyAdmin.Features.Cards;

/// <summary>Names the texts of the cards' pages and refusals.</summary>
public sealed class CardsText;
