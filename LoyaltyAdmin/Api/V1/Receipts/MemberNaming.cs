using System.Globalization;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>Brings the name by which a till names a member into the form in which it is kept.</summary>
internal static class MemberNaming
{
    public static MemberKey? Read(MemberReference? member, ProgramTimeline timeline, DateTime now, FieldErrors errors, string place = "member")
    {
        if (member is null)
        {
            return null;
        }

        MemberKey?[] names =
        [
            member.Id is { } id ? new MemberKey(MemberKeyKind.Id, id.ToString(CultureInfo.InvariantCulture)) : null,
            Text(member.ExternalId, $"{place}.externalId", errors) is { } externalId ? new MemberKey(MemberKeyKind.ExternalId, externalId) : null,
            Key(MemberKeyKind.Card, $"{place}.card", member.Card, CardNumber.Normalise, errors),
            Key(MemberKeyKind.Phone, $"{place}.phone", member.Phone, phone => PhoneNumber.Normalise(phone, CountryAt(timeline, now)), errors),
            Key(MemberKeyKind.Email, $"{place}.email", member.Email, EmailAddress.Normalise, errors),
        ];
        var given = names.Where(name => name is not null).ToList();
        if (given.Count != 1 && !errors.Any)
        {
            errors.Add(place, "Api.MemberNotOne");
        }

        return given.FirstOrDefault();
    }

    private static string CountryAt(ProgramTimeline timeline, DateTime now) =>
        PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency);

    private static string? Text(string? text, string field, FieldErrors errors) => errors.Optional(field, text, ReceiptReader.LongestKey);

    private static MemberKey? Key(
        MemberKeyKind kind, string field, string? text, Func<string, Result<string>> normalise, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (normalise(text).Accepted(out var kept, out var rejection))
        {
            return new MemberKey(kind, kept);
        }

        errors.Add(rejection with { Field = field });
        return null;
    }
}
