using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Through certain channels: till, web shop, app.</summary>
public sealed record ChannelCondition : Condition
{
    [MinLength(1)]
    public IReadOnlyList<string> Channels { get; init; } = [];
}

/// <summary>Whether the purchase is made through one of the channels.</summary>
public sealed class Channel() : ConditionMechanic<ChannelCondition>("channel")
{
    protected override ConditionTest Prepare(ChannelCondition settings)
    {
        var channels = GoodsIndex.Names(settings.Channels);
        return (purchase, _) => Match.If(purchase.Draft.Channel is { } channel && channels.Contains(channel.Trim()));
    }
}
