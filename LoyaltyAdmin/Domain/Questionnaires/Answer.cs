namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>What was answered, as it is kept, and what is wrong with it.</summary>
/// <param name="Value">Days as 1985-03-08, yes and no as true and false, keys of options with commas between; what is junk as it was written.</param>
/// <param name="Junk">What is wrong with it.</param>
public sealed record Answer(string Value, JunkRule Junk = JunkRule.None)
{
    public bool IsValid => Junk == JunkRule.None;
}
