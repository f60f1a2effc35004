namespace LoyaltyAdmin.Data.Identity;

/// <summary>What a person of the staff likes to have as it was last time, on any device: the columns of a list and the like.</summary>
public sealed class UserSetting
{
    public const int ValueLength = 1000;

    /// <summary>The name by which the person signs in.</summary>
    public required string UserName { get; init; }

    /// <summary>What is remembered.</summary>
    public required string Name { get; init; }

    public required string Value { get; set; }
}
