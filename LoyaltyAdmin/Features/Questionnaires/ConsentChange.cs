using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>Notes that a consent was given or withdrawn; the profile's consent to offers follows.</summary>
internal static class ConsentChange
{
    /// <summary>Changes the rows that the context will save; the same said again changes nothing.</summary>
    public static async Task ApplyAsync(LoyaltyDbContext db, Member member, ConsentGiven said, string store, string by, DateTime now, CancellationToken ct)
    {
        var standing = await db.MemberConsents.Where(c => c.MemberId == member.Id && c.Key == said.Key && c.WithdrawnAt == null).ToListAsync(ct);
        if (said.Given)
        {
            if (!standing.Exists(c => c.Version == said.Version))
            {
                standing.ForEach(c => c.Withdraw(now, by));
                db.MemberConsents.Add(new MemberConsent { MemberId = member.Id, Key = said.Key, Version = said.Version, GivenAt = now, Store = store, GivenBy = Short(by) });
            }
        }
        else
        {
            standing.ForEach(c => c.Withdraw(now, Short(by)));
        }

        if (said.Key == ConsentAsked.Offers)
        {
            member.AgreedToOffers = said.Given;
        }
    }

    private static string Short(string by) => by.Length <= 256 ? by : by[..256];
}
