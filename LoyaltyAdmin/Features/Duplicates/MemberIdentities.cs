using System.Linq.Expressions;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>Reads of members what they are recognised by.</summary>
internal static class MemberIdentities
{
    public static readonly Expression<Func<Member, MemberIdentity>> Of = m => new MemberIdentity
    {
        Id = m.Id,
        FirstName = m.FirstName,
        LastName = m.LastName,
        Phone = m.Phone,
        Email = m.Email,
        ExternalId = m.ExternalId,
        BirthDate = m.BirthDate,
    };
}
