using System.Text.Json;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Members;

namespace LoyaltyAdmin.Api.V1;

/// <summary>A member to register; at least one of externalId, card, phone and email.</summary>
public sealed record MemberRequest
{
    public string? ExternalId { get; init; }

    public string? Card { get; init; }

    /// <summary>As people write it; kept as +79161234567.</summary>
    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Now, when missing.</summary>
    public ApiInstant? JoinedAt { get; init; }

    /// <summary>Where the member joined.</summary>
    public string? Channel { get; init; }

    /// <summary>The store where the member joined.</summary>
    public string? Store { get; init; }

    /// <summary>Who registered the member, or at which register.</summary>
    public string? Cashier { get; init; }

    /// <summary>What the member agreed to: <c>["offers"]</c> or <c>{"offers": true}</c>.</summary>
    public JsonElement? Consents { get; init; }

    /// <summary>The code of the member who brought this one.</summary>
    public string? ReferralCode { get; init; }

    public MarksRequest? Marks { get; init; }
}

/// <summary>Reads what callers say of members.</summary>
internal static class MemberReader
{
    public const string Offers = "offers";
    public const int LongestContact = 254;
    private const int LongestStore = 100;

    public static MemberRegistration Read(MemberRequest request, ProgramTimeline timeline, FieldErrors errors) => new()
    {
        Profile = new MemberProfile
        {
            ExternalId = errors.Optional("externalId", request.ExternalId, MemberProfile.LongestExternalId),
            Phone = errors.Optional("phone", request.Phone, LongestContact),
            Email = errors.Optional("email", request.Email, LongestContact),
            FirstName = errors.Optional("firstName", request.FirstName, MemberProfile.LongestName),
            LastName = errors.Optional("lastName", request.LastName, MemberProfile.LongestName),
            BirthDate = request.BirthDate,
            Channel = errors.Optional("channel", request.Channel, MemberProfile.LongestChannel),
            AgreedToOffers = AgreesToOffers(request.Consents, errors),
        },
        Card = errors.Optional("card", request.Card, LongestContact),
        JoinedAt = request.JoinedAt?.ToUtc(timeline),
        Store = errors.Optional("store", request.Store, LongestStore),
        Cashier = errors.Optional("cashier", request.Cashier, LongestStore),
    };

    public static MemberKey ReadKey(
        string? id, string? externalId, string? card, string? phone, string? email, ProgramTimeline timeline, DateTime now, FieldErrors errors)
    {
        (MemberKeyKind Kind, string Field, string? Text)[] names =
        [
            (MemberKeyKind.Id, "id", id), (MemberKeyKind.ExternalId, "externalId", externalId), (MemberKeyKind.Card, "card", card),
            (MemberKeyKind.Phone, "phone", phone), (MemberKeyKind.Email, "email", email),
        ];
        var given = names.Where(name => !string.IsNullOrWhiteSpace(name.Text)).ToList();
        if (given.Count != 1)
        {
            errors.Add("member", "Api.MemberNotOne");
            return default;
        }

        var (kind, field, text) = given[0];
        var country = PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency);
        if (MemberKeyRule.Of(kind, text!, country).Accepted(out var key, out var rejection))
        {
            return key;
        }

        errors.Add(rejection with { Field = field });
        return default;
    }

    private static bool AgreesToOffers(JsonElement? consents, FieldErrors errors)
    {
        switch (consents?.ValueKind)
        {
            case null or JsonValueKind.Null:
                return false;
            case JsonValueKind.Array when consents.Value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String):
                return consents.Value.EnumerateArray().Any(item => item.ValueEquals(Offers));
            case JsonValueKind.Object when !consents.Value.TryGetProperty(Offers, out var offers) || offers.ValueKind is JsonValueKind.True or JsonValueKind.False:
                return consents.Value.TryGetProperty(Offers, out offers) && offers.ValueKind == JsonValueKind.True;
            default:
                errors.Add("consents", "Api.WrongType");
                return false;
        }
    }
}
