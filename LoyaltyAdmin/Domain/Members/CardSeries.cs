namespace LoyaltyAdmin.Domain.Members;

/// <summary>How the numbers of a series came to be. The numbers are what is stored.</summary>
public enum CardNumbering
{
    /// <summary>Made here, the middle at random, so that nobody can guess another card from one.</summary>
    Random = 0,

    /// <summary>Made here, one after the other.</summary>
    Consecutive = 1,

    /// <summary>Printed elsewhere and brought in by a file.</summary>
    Printed = 2,

    /// <summary>Virtual cards made one by one as members need them; there is one such series.</summary>
    OnDemand = 3,
}

/// <summary>Cards that were made or printed together: their numbers begin alike and are of one length.</summary>
public sealed class CardSeries
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What all its numbers begin with; empty where they begin differently.</summary>
    public required string Prefix { get; init; }

    /// <summary>Characters of a number, check digit included; 0 where they differ.</summary>
    public required int Length { get; init; }

    /// <summary>Whether the last digit checks the others: see <see cref="CheckDigit"/>.</summary>
    public required bool HasCheckDigit { get; init; }

    public required bool IsVirtual { get; init; }

    public required CardNumbering Numbering { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Name of the person.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>How many cards it was made with; those made on demand are not counted here.</summary>
    public required int Cards { get; init; }

    /// <summary>Whether a normalised number looks as one of this series.</summary>
    public bool Covers(string number) => Prefix.Length > 0 && number.Length == Length && number.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether the check digit of a number, where the series has one, is right.</summary>
    public bool Admits(string number) => !HasCheckDigit || CheckDigit.IsRight(number);

    /// <summary>The number of what stands between the prefix and the check digit.</summary>
    public string NumberOf(string middle)
    {
        var digits = Prefix + middle;
        return HasCheckDigit ? digits + CheckDigit.Of(digits) : digits;
    }
}
