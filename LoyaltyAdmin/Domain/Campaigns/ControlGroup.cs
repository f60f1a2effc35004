namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Who gets nothing, to measure the effect (R10): the same members always, chosen before they see anything.</summary>
public static class ControlGroup
{
    /// <summary>The salt of the program-wide group.</summary>
    public const string Program = "program";

    private const int Places = 10_000;

    /// <summary>Whether a member is in a group.</summary>
    /// <param name="memberId">Who.</param>
    /// <param name="salt">Key of the campaign, or <see cref="Program"/>: each draws a group of its own.</param>
    /// <param name="percent">Size of the group, in hundredths of a percent at the finest.</param>
    public static bool Contains(long memberId, string salt, decimal percent) => percent > 0 && PlaceOf(memberId, salt) < percent * Places / 100m;

    // FNV-1a over the salt and the number, then mixed: the same on every machine and in every version.
    private static int PlaceOf(long memberId, string salt)
    {
        unchecked
        {
            var hash = 14695981039346656037ul;
            foreach (var letter in salt)
            {
                hash = (hash ^ letter) * 1099511628211ul;
            }

            hash ^= (ulong)memberId * 0x9E3779B97F4A7C15ul;
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9ul;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBul;
            return (int)((hash ^ (hash >> 31)) % Places);
        }
    }
}
