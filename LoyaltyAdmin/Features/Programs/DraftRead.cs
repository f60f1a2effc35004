namespace LoyaltyAdmin.Features.Programs;

/// <summary>A draft as someone read it: a change is accepted only while it is still that.</summary>
/// <param name="Id">The version that is the draft.</param>
/// <param name="Number">Its number, as people name it.</param>
/// <param name="Revision">How often it had been changed.</param>
public sealed record DraftRead(int Id, int Number, int Revision);
