using System.Globalization;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;

namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>Invents the members: when and where they join, what is known of them, how they buy.</summary>
internal sealed class DemoPeople(Random random, IReadOnlyList<DateOnly> days, IReadOnlyList<DemoStore> stores, ProgramCalendar calendar, DateTime endsAt)
{
    private static readonly string[] Cashiers = ["11", "12", "13"];

    /// <summary>So many members, by number.</summary>
    public List<DemoMember> Invent(int count)
    {
        var weights = new double[days.Count];
        var total = 0.0;
        for (var i = 0; i < days.Count; i++)
        {
            // A launch is made much of; after it people join as they come by.
            total += DemoSeasons.Of(days[i]) * (1 + (2.5 * Math.Exp(-i / 45.0)));
            weights[i] = total;
        }

        var joining = Enumerable.Range(0, count).Select(_ => DayOf(weights, random.NextDouble() * total)).Order().ToList();
        return DemoDoubles.Among([.. joining.Select((day, i) => Invent(i + 1, day))]);
    }

    private int DayOf(double[] weights, double at)
    {
        var found = Array.BinarySearch(weights, at);
        return Math.Min(found < 0 ? ~found : found, days.Count - 1);
    }

    private DemoMember Invent(int number, int day)
    {
        var progress = day / (double)days.Count;
        var store = DemoCatalogue.Draw(random, stores, s => s.OpensAt <= progress ? s.Weight : 0);
        var habit = DemoHabit.Pick(random, store);
        var moment = store.Moment(random);
        var joinedAt = Earlier(calendar.ToUtc(days[day].ToDateTime(TimeOnly.MinValue) + moment), endsAt);
        var id = string.Create(CultureInfo.InvariantCulture, $"demo-{number:00000}");
        var (first, last, latin) = DemoNames.Pick(random, random.NextDouble() < 0.75);
        var hasPhone = random.NextDouble() < 0.85;
        var hasEmail = store.IsOnline || random.NextDouble() < 0.45;
        var birthday = new DateOnly(1950, 1, 1).AddDays(random.Next(365 * 56));
        var hasBirthday = random.NextDouble() < 0.55;
        var profile = new MemberProfile
        {
            ExternalId = id,
            FirstName = first,
            LastName = last,

            // No operator has these numbers, and no letter to this domain arrives.
            Phone = hasPhone ? string.Create(CultureInfo.InvariantCulture, $"+7000{number:0000000}") : null,
            Email = hasEmail ? string.Create(CultureInfo.InvariantCulture, $"{latin}.{number}@example.com") : null,
            BirthDate = hasBirthday ? birthday : null,
            Channel = store.IsOnline ? (random.NextDouble() < 0.4 ? "app" : "site") : "till",
            AgreedToOffers = (hasPhone || hasEmail) && random.NextDouble() < 0.7,
        };
        var registration = new MemberRegistration
        {
            Profile = profile,
            Card = store.IsOnline ? null : string.Create(CultureInfo.InvariantCulture, $"DEMO{number:000000}"),
            JoinedAt = joinedAt,
            Store = store.IsOnline ? null : store.Name,
            Cashier = store.IsOnline ? null : Cashiers[number % Cashiers.Length],
            IsDemo = true,
        };
        return new DemoMember(number, registration, days[day], moment, habit);
    }

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
