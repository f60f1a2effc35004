namespace LoyaltyAdmin.Domain.Offers;

/// <summary>Which terms of an offer hold when. The first ones hold from the beginning of time.</summary>
public static class OfferTimeline
{
    /// <summary>The version in force at an instant (UTC).</summary>
    public static TVersion InForceAt<TVersion>(this IReadOnlyList<TVersion> versions, DateTime at)
        where TVersion : IOfferVersion<IOfferTerms> => versions.Where(v => v.From <= at).MaxBy(v => v.Number) ?? versions.MinBy(v => v.Number)!;

    /// <summary>The versions that hold somewhere in a time, each with the part of it in which it does; ends are exclusive.</summary>
    public static IEnumerable<(DateTime From, DateTime Until, TVersion Version)> Within<TVersion>(this IReadOnlyList<TVersion> versions, DateTime from, DateTime until)
        where TVersion : IOfferVersion<IOfferTerms>
    {
        var ordered = versions.OrderBy(v => v.Number).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var begin = i == 0 || ordered[i].From < from ? from : ordered[i].From;
            var end = i + 1 < ordered.Count && ordered[i + 1].From < until ? ordered[i + 1].From : until;
            if (begin < end)
            {
                yield return (begin, end, ordered[i]);
            }
        }
    }
}
