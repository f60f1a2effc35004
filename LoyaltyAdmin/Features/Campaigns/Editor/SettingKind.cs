namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>How a setting of a mechanic is asked for.</summary>
public enum SettingKind
{
    /// <summary>One of a few.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    Switch,
    Number,

    /// <summary>A word.</summary>
    Word,

    /// <summary>Several words.</summary>
    Names,

    /// <summary>One of the things that campaigns name by a key.</summary>
    Key,

    /// <summary>Several of them.</summary>
    Keys,

    /// <summary>Days of the week.</summary>
    Weekdays,
    Day,

    /// <summary>A time of day.</summary>
    Time,
    Goods,
}

/// <summary>What stands inside the field of a number.</summary>
public enum SettingUnit
{
    None,
    Currency,
    Percent,
    Points,
    Days,
    Pieces,
    Purchases,
}
