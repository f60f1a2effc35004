using System.Diagnostics.CodeAnalysis;

namespace LoyaltyAdmin.Domain.Values;

/// <summary>What a rule or use case answers: a value, or a rejection. Never both, never neither.</summary>
public readonly record struct Result<T>
    where T : notnull
{
    private readonly T? value;

    private Result(T? value, Rejection? rejection) => (this.value, Rejection) = (value, rejection);

    /// <summary>Why not; null when it was accepted.</summary>
    public Rejection? Rejection { get; }

    /// <summary>True with the value, or false with the rejection.</summary>
    public bool Accepted([NotNullWhen(true)] out T? accepted, [NotNullWhen(false)] out Rejection? rejection)
    {
        (accepted, rejection) = (value, Rejection);
        return rejection is null;
    }

    /// <summary>The value; throws when it was rejected, for callers to whom a "no" is a bug.</summary>
    public T Value => Rejection is null
        ? value!
        : throw new InvalidOperationException($"Rejected with {Rejection.Code}.");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Rejection rejection) => new(default, rejection);
}
