namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Marks the texts about receipts, with the words of their reasons and rejections.</summary>
public sealed class ReceiptsText;
