namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>How two members become one (R16), and two again.</summary>
public static class MergeRule
{
    private static readonly MergeField[] Contacts = [MergeField.Phone, MergeField.Email];

    /// <summary>The fields of which one value is to be chosen, because both are known and differ.</summary>
    public static IReadOnlyList<MergeField> Open(MergedValues survivor, MergedValues other) =>
    [
        .. Enum.GetValues<MergeField>().Where(field =>
            survivor[field] is { } one && other[field] is { } two && !one.Equals(two)),
    ];

    /// <summary>
    /// Which of the other's values are better than the survivor's: what the survivor lacks, the earlier joining, the longer
    /// note, the refusal of offers; contacts of whoever bought last. The longer name is taken whole, for half of each is nobody's.
    /// </summary>
    /// <param name="survivor">Who stays.</param>
    /// <param name="other">Who goes.</param>
    /// <param name="otherIsNewer">Whether the other's last purchase is the later one.</param>
    public static IReadOnlySet<MergeField> Suggest(MergedValues survivor, MergedValues other, bool otherIsNewer) =>
        Enum.GetValues<MergeField>().Where(field => IsBetter(field, survivor, other, otherIsNewer)).ToHashSet();

    /// <summary>
    /// The survivor and the other after the merge. A contact that is not chosen stays with the other, under whom it goes on
    /// naming the survivor; so nobody else can take it.
    /// </summary>
    /// <param name="survivor">Who stays.</param>
    /// <param name="other">Who goes.</param>
    /// <param name="taken">Fields whose value is the other's. What only one of them has is the survivor's in any case.</param>
    public static (MergedValues Survivor, MergedValues Other) Merge(MergedValues survivor, MergedValues other, IReadOnlySet<MergeField> taken)
    {
        var (after, left) = (survivor, other);
        foreach (var field in Enum.GetValues<MergeField>())
        {
            var takes = other[field] is not null && (survivor[field] is null || taken.Contains(field));
            if (!takes || Equals(survivor[field], other[field]))
            {
                continue;
            }

            after = after.With(field, other);
            left = Contacts.Contains(field) ? left.With(field, survivor) : left;
        }

        return (after, left);
    }

    /// <summary>The survivor as before the merge, save for what people have changed since.</summary>
    /// <param name="now">The survivor as it is.</param>
    /// <param name="before">Before the merge.</param>
    /// <param name="after">Right after it.</param>
    public static MergedValues Restore(MergedValues now, MergedValues before, MergedValues after) =>
        Enum.GetValues<MergeField>().Aggregate(now, (values, field) => Equals(now[field], after[field]) ? values.With(field, before) : values);

    private static int LengthOfName(MergedValues values) => (values.FirstName?.Length ?? 0) + (values.LastName?.Length ?? 0);

    private static bool IsBetter(MergeField field, MergedValues survivor, MergedValues other, bool otherIsNewer)
    {
        if (other[field] is not { } two)
        {
            return false;
        }

        if (survivor[field] is not { } one)
        {
            return true;
        }

        return !one.Equals(two) && field switch
        {
            MergeField.Joined => other.JoinedAt < survivor.JoinedAt,
            MergeField.AgreedToOffers => !other.AgreedToOffers,
            MergeField.Phone or MergeField.Email => otherIsNewer,
            MergeField.FirstName or MergeField.LastName => LengthOfName(other) > LengthOfName(survivor),
            MergeField.Note => two.ToString()!.Length > one.ToString()!.Length,
            _ => false,
        };
    }
}
