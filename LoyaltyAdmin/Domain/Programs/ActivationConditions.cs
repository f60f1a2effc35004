namespace LoyaltyAdmin.Domain.Programs;

/// <summary>From when on earned points can be spent.</summary>
public enum ActivationMode
{
    /// <summary>At once.</summary>
    Immediately,

    /// <summary>At the beginning of the local day that lies so many days after the day of earning.</summary>
    AfterDays,

    /// <summary>When the local day of earning is over.</summary>
    EndOfDay,

    /// <summary>When the week of earning (Monday to Sunday) is over.</summary>
    EndOfWeek,

    /// <summary>When the calendar month of earning is over.</summary>
    EndOfMonth,

    /// <summary>When the till or shop reports the event, such as delivered or paid.</summary>
    OnEvent,
}

/// <summary>When earned points become spendable (R5). Until then they are pending: visible, and the first to go on a return.</summary>
public sealed record ActivationConditions
{
    public ActivationMode Mode { get; init; } = ActivationMode.Immediately;

    /// <summary>Days for <see cref="ActivationMode.AfterDays"/>; the period of return is the usual choice.</summary>
    public int Days { get; init; } = 14;
}
