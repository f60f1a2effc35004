using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>What a buyer wants a gift card to pay.</summary>
/// <param name="Code">As it is kept.</param>
/// <param name="Pin">The secret number; null where the buyer gave none.</param>
/// <param name="Amount">Null for as much as there is to pay.</param>
public sealed record GiftCardPayment(string Code, string? Pin, Money? Amount);

/// <summary>What a purchase or a return did to one card, as it is told to the till.</summary>
/// <param name="Code">Masked.</param>
/// <param name="Move">What happened.</param>
/// <param name="Amount">How much.</param>
/// <param name="Left">What is on the card after it.</param>
/// <param name="LastDay">The last day on which it pays; null for a card without end.</param>
public sealed record GiftCardNote(string Code, GiftCardEntryKind Move, Money Amount, Money Left, DateOnly? LastDay);
