namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>The most decimals that a number of settings may have; money has two and percents four without it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecimalsAttribute(int most) : Attribute
{
    public int Most => most;
}
