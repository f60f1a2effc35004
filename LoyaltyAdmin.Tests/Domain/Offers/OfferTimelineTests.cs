using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Offers;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Offers;

public sealed class OfferTimelineTests
{
    private static readonly DateTime March = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly IReadOnlyList<ClubVersion> Three = [Version(2, 10), Version(1, 5), Version(3, 20)];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 2)]
    [InlineData(19, 2)]
    [InlineData(20, 3)]
    [InlineData(400, 3)]
    public void Terms_hold_until_the_next_ones_do_and_the_first_from_the_beginning(int day, int number) =>
        Assert.Equal(number, Three.InForceAt(March.AddDays(day)).Number);

    [Fact]
    public void A_time_is_parted_without_gaps_where_terms_change()
    {
        var parts = Three.Within(March.AddDays(2), March.AddDays(20)).ToList();

        Assert.Equal([(1, 2, 10), (2, 10, 20)], parts.Select(p => (p.Version.Number, (p.From - March).Days, (p.Until - March).Days)));
    }

    [Fact]
    public void A_time_without_end_goes_on_under_the_last_terms()
    {
        var last = Three.Within(March.AddDays(20), ProgramCalendar.Never).Single();

        Assert.Equal((3, March.AddDays(20), ProgramCalendar.Never), (last.Version.Number, last.From, last.Until));
    }

    [Fact]
    public void An_empty_time_has_no_terms() => Assert.Empty(Three.Within(March.AddDays(7), March.AddDays(7)));

    private static ClubVersion Version(int number, int day) => new() { Number = number, From = March.AddDays(day), Terms = new ClubTerms(), Author = "test" };
}
