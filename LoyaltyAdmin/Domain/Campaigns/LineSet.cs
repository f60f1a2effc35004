namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Some lines of a receipt, by their places.</summary>
public sealed class LineSet(int count)
{
    private readonly ulong[] bits = new ulong[(count + 63) / 64];

    public bool IsEmpty => !bits.AsSpan().ContainsAnyExcept(0ul);

    public bool Contains(int place) => (bits[place >> 6] & (1ul << place)) != 0;

    public void Add(int place) => bits[place >> 6] |= 1ul << place;

    public void Remove(int place) => bits[place >> 6] &= ~(1ul << place);

    /// <summary>The lines of both together, in a new set.</summary>
    public LineSet With(LineSet other)
    {
        var all = new LineSet(bits.Length * 64);
        for (var i = 0; i < bits.Length; i++)
        {
            all.bits[i] = bits[i] | other.bits[i];
        }

        return all;
    }
}
