using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Members;

/// <summary>What people may say of a member and change later; the same for registering and editing.</summary>
public sealed record MemberProfile
{
    public const int LongestExternalId = 100;
    public const int LongestName = 100;
    public const int LongestChannel = 50;
    public const int LongestNote = 1000;

    public string? ExternalId { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? Channel { get; init; }

    public bool AgreedToOffers { get; init; }

    public string? Note { get; init; }

    /// <summary>
    /// The profile as it is kept, blanks as null, and all that is wrong with it, each naming its field. What is wrong is
    /// left as it was written.
    /// </summary>
    /// <param name="country">Whose way of writing phones is meant: see <see cref="PhoneNumber"/>.</param>
    /// <param name="today">The program's day.</param>
    public (MemberProfile Profile, IReadOnlyList<Rejection> Problems) Normalise(string country, DateOnly today)
    {
        var problems = new List<Rejection>();
        var profile = this with
        {
            ExternalId = Text(ExternalId, LongestExternalId, "externalId"),
            Phone = Contact(Phone, phone => PhoneNumber.Normalise(phone, country)),
            Email = Contact(Email, EmailAddress.Normalise),
            FirstName = Text(FirstName, LongestName, "firstName"),
            LastName = Text(LastName, LongestName, "lastName"),
            Channel = Text(Channel, LongestChannel, "channel"),
            Note = Blank(Note) ? null : Limit(Note!.Trim(), LongestNote, "note"),
        };
        if (BirthDate is { } born && BirthDateRule.Check(born, today) is { } wrong)
        {
            problems.Add(wrong);
        }

        return (profile, problems);

        string? Contact(string? text, Func<string, Result<string>> normalise)
        {
            if (Blank(text))
            {
                return null;
            }

            if (normalise(text!).Accepted(out var kept, out var rejection))
            {
                return kept;
            }

            problems.Add(rejection);
            return text;
        }

        string? Text(string? text, int longest, string field) =>
            Blank(text) ? null : Limit(string.Join(' ', text!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), longest, field);

        string Limit(string text, int longest, string field)
        {
            if (text.Length > longest)
            {
                problems.Add(new Rejection("Members.TooLong", longest) { Field = field });
            }

            return text;
        }
    }

    /// <summary>Writes the profile on a member, the search key with it.</summary>
    public void ApplyTo(Member member)
    {
        (member.ExternalId, member.Phone, member.Email) = (ExternalId, Phone, Email);
        (member.FirstName, member.LastName, member.BirthDate) = (FirstName, LastName, BirthDate);
        (member.Channel, member.AgreedToOffers, member.Note) = (Channel, AgreedToOffers, Note);
        member.SearchKey = MemberSearch.KeyOf(member);
    }

    /// <summary>The profile that a member has now.</summary>
    public static MemberProfile Of(Member member) => new()
    {
        ExternalId = member.ExternalId,
        Phone = member.Phone,
        Email = member.Email,
        FirstName = member.FirstName,
        LastName = member.LastName,
        BirthDate = member.BirthDate,
        Channel = member.Channel,
        AgreedToOffers = member.AgreedToOffers,
        Note = member.Note,
    };

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}
