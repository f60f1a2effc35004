namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>Why two members look like one. The numbers are what is stored.</summary>
[Flags]
public enum MatchReasons
{
    None = 0,

    /// <summary>One phone, written as phone or as external id.</summary>
    SamePhone = 1,

    /// <summary>Addresses that lead to one mailbox.</summary>
    SameMailbox = 1 << 1,

    SameName = 1 << 2,

    /// <summary>One name in two alphabets or spellings.</summary>
    SameNameSpelt = 1 << 3,

    SimilarName = 1 << 4,

    /// <summary>First and last name stand in each other's place.</summary>
    SwappedName = 1 << 5,

    SameBirthDate = 1 << 6,

    /// <summary>Day and month in each other's place.</summary>
    SwappedBirthDate = 1 << 7,

    /// <summary>One slip of the finger between the phones.</summary>
    NearPhone = 1 << 8,

    /// <summary>One slip of the finger between the e-mail addresses.</summary>
    NearEmail = 1 << 9,

    /// <summary>Speaks against it: two dates of birth.</summary>
    OtherBirthDate = 1 << 10,

    /// <summary>Speaks against it: two names.</summary>
    OtherName = 1 << 11,
}

/// <summary>How likely two members are one, from 0 to 100, and why.</summary>
public readonly record struct DuplicateMatch(int Score, MatchReasons Reasons);

/// <summary>Compares two members (R16). What is not known of one of them speaks neither for nor against.</summary>
public static class DuplicateRule
{
    /// <summary>From this score on a pair is worth a person's look.</summary>
    public const int WorthALook = 60;

    /// <summary>From this score on it is most likely one person.</summary>
    public const int MostLikely = 80;

    private const double AlikeEnough = 0.9;
    private const double FarApart = 0.75;

    private static readonly (MatchReasons Reason, int Points)[] Weights =
    [
        (MatchReasons.SamePhone, 70), (MatchReasons.SameMailbox, 70), (MatchReasons.SameName, 40), (MatchReasons.SameNameSpelt, 40),
        (MatchReasons.SwappedName, 38), (MatchReasons.SimilarName, 28), (MatchReasons.SameBirthDate, 42), (MatchReasons.SwappedBirthDate, 25),
        (MatchReasons.NearPhone, 30), (MatchReasons.NearEmail, 30), (MatchReasons.OtherBirthDate, -30), (MatchReasons.OtherName, -30),
    ];

    public static DuplicateMatch Compare(MemberIdentity a, MemberIdentity b)
    {
        var reasons = OfContacts(a, b) | OfNames(a, b) | OfBirth(a.BirthDate, b.BirthDate);
        var score = Weights.Where(w => reasons.HasFlag(w.Reason)).Sum(w => w.Points);
        return new DuplicateMatch(Math.Clamp(score, 0, 100), reasons);
    }

    private static MatchReasons OfContacts(MemberIdentity a, MemberIdentity b)
    {
        var reasons = MatchReasons.None;
        if (Shared(a, b, TraitKind.Phone))
        {
            reasons |= MatchReasons.SamePhone;
        }
        else if (a.Phone is { } phone && b.Phone is { } other && Likeness.IsOneSlip(phone, other))
        {
            reasons |= MatchReasons.NearPhone;
        }

        if (Shared(a, b, TraitKind.Mailbox))
        {
            reasons |= MatchReasons.SameMailbox;
        }
        else if (a.Email is { } email && b.Email is { } address && Likeness.IsOneSlip(email, address))
        {
            reasons |= MatchReasons.NearEmail;
        }

        return reasons;
    }

    private static bool Shared(MemberIdentity a, MemberIdentity b, TraitKind kind) =>
        MemberTraits.Of(a).Where(t => t.Kind == kind).Intersect(MemberTraits.Of(b)).Any();

    private static MatchReasons OfNames(MemberIdentity a, MemberIdentity b)
    {
        var (firstA, lastA, firstB, lastB) = (NameForm.Of(a.FirstName), NameForm.Of(a.LastName), NameForm.Of(b.FirstName), NameForm.Of(b.LastName));
        if ((firstA + lastA).Length == 0 || (firstB + lastB).Length == 0)
        {
            return MatchReasons.None;
        }

        // Half a name agrees with a whole one and proves little.
        if (firstA.Length == 0 || lastA.Length == 0 || firstB.Length == 0 || lastB.Length == 0)
        {
            return Both(firstA, firstB) || Both(lastA, lastB) ? MatchReasons.SimilarName : MatchReasons.None;
        }

        if (firstA == firstB && lastA == lastB)
        {
            return MemberSearch.Fold(a.FirstName) == MemberSearch.Fold(b.FirstName) && MemberSearch.Fold(a.LastName) == MemberSearch.Fold(b.LastName)
                ? MatchReasons.SameName
                : MatchReasons.SameNameSpelt;
        }

        if (firstA == lastB && lastA == firstB)
        {
            return MatchReasons.SwappedName;
        }

        var straight = (Likeness.OfNames(firstA, firstB), Likeness.OfNames(lastA, lastB));
        var swapped = (Likeness.OfNames(firstA, lastB), Likeness.OfNames(lastA, firstB));
        if (Least(straight) >= AlikeEnough)
        {
            return MatchReasons.SimilarName;
        }

        return Least(swapped) >= AlikeEnough ? MatchReasons.SimilarName
            : Math.Max(Least(straight), Least(swapped)) < FarApart ? MatchReasons.OtherName
            : MatchReasons.None;
    }

    private static bool Both(string a, string b) => a.Length > 0 && a == b;

    private static double Least((double First, double Last) likeness) => Math.Min(likeness.First, likeness.Last);

    private static MatchReasons OfBirth(DateOnly? a, DateOnly? b)
    {
        if (a is not { } born || b is not { } other)
        {
            return MatchReasons.None;
        }

        return born == other ? MatchReasons.SameBirthDate
            : born.Year == other.Year && born.Month == other.Day && born.Day == other.Month ? MatchReasons.SwappedBirthDate
            : MatchReasons.OtherBirthDate;
    }
}
