using System.Globalization;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>
/// Makes a club or changes one. Other benefits hold for purchases from the moment they are saved; the term of a place stays
/// as it was given until the next renewal, and fewer seats send nobody away.
/// </summary>
public sealed class SaveClub(SaveOffer offers)
{
    private static readonly OfferKind<Club, ClubTerms> Kind = new()
    {
        Area = "Clubs",
        All = db => db.Clubs.Include(c => c.Versions),
        Make = (key, name, at) => new Club { Key = key, Name = name, CreatedAt = at },
        Facts = Facts,
        Unknown = id => ClubRejections.ClubUnknown(id),
        KeyTaken = ClubRejections.KeyTaken,
    };

    /// <summary>What is wrong with an order, each with its field.</summary>
    public static IReadOnlyList<Rejection> Check(OfferOrder<ClubTerms> order) => order.Check(Kind.Area);

    /// <summary>The club's number, or the first thing that is wrong.</summary>
    public Task<Result<int>> ExecuteAsync(Actor actor, OfferOrder<ClubTerms> order, CancellationToken ct) => offers.ExecuteAsync(actor, order, Kind, ct);

    private static IEnumerable<(string Field, object? Value)> Facts(bool isOpen, ClubTerms terms) =>
    [
        ("ClubOpen", isOpen),
        ("ClubHidden", terms.IsHidden),
        ("ClubByInvitation", terms.ByInvitation),
        ("ClubThreshold", terms.Threshold is { } t ? $"{t.Amount.ToString("0.##", CultureInfo.InvariantCulture)} / {t.Months} M ({t.Metric})" : null),
        ("ClubTermMonths", terms.TermMonths),
        ("ClubRenewal", terms.Renewal.ToString()),
        ("ClubSeats", terms.Seats),
        ("ClubInvitationDays", terms.InvitationDays),
    ];
}
