using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Referrals;

/// <summary>By what one person can be told who plays two: contacts of now and of before, and marks.</summary>
/// <param name="Phones">Normalised.</param>
/// <param name="Emails">Normalised.</param>
/// <param name="Marks">Kinds with fingerprints.</param>
public sealed record PersonTraits(IReadOnlySet<string> Phones, IReadOnlySet<string> Emails, IReadOnlySet<(MemberMarkKind Kind, string Hash)> Marks)
{
    public static PersonTraits None { get; } = new(new HashSet<string>(), new HashSet<string>(), new HashSet<(MemberMarkKind, string)>());
}

/// <summary>Finds what two members have in common that the terms do not allow.</summary>
public static class SharedTraits
{
    /// <summary>The first of it; null for nothing.</summary>
    public static ReferralRefusal? Find(ReferralConditions terms, PersonTraits one, PersonTraits other)
    {
        bool Share(MemberMarkKind kind) => one.Marks.Any(m => m.Kind == kind && other.Marks.Contains(m));
        return terms.BlockSamePhone && one.Phones.Overlaps(other.Phones) ? ReferralRefusal.SamePhone
            : terms.BlockSameEmail && one.Emails.Select(Mailbox.Of).Intersect(other.Emails.Select(Mailbox.Of)).Any() ? ReferralRefusal.SameEmail
            : terms.BlockSameCard && Share(MemberMarkKind.PaymentCard) ? ReferralRefusal.SameCard
            : terms.BlockSameAddress && Share(MemberMarkKind.Address) ? ReferralRefusal.SameAddress
            : terms.BlockSameDevice && Share(MemberMarkKind.Device) ? ReferralRefusal.SameDevice
            : null;
    }
}
