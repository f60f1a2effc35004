namespace LoyaltyAdmin.Domain.Clubs;

/// <summary>The course of a place in a club, a function of its events: from when, until when, and why it ends.</summary>
/// <param name="From">The instant of joining.</param>
/// <param name="Until">The end if nothing happens, exclusive.</param>
/// <param name="End">Why it ends.</param>
public readonly record struct ClubCourse(DateTime From, DateTime Until, ClubEnd End)
{
    public bool IsInAt(DateTime at) => From <= at && at < Until;

    /// <summary>The course of these events, whatever order they were told in. What comes after the end changes nothing.</summary>
    /// <exception cref="ArgumentException">There is not one beginning, or something happens before it.</exception>
    public static ClubCourse Of(IEnumerable<ClubEvent> events)
    {
        ClubCourse? course = null;
        foreach (var happened in events.OrderBy(e => e.At).ThenBy(e => e.Kind != ClubEventKind.Joined).ThenBy(e => e.Id))
        {
            if (course is null != (happened.Kind == ClubEventKind.Joined))
            {
                throw new ArgumentException("A place begins once, and nothing happens before.", nameof(events));
            }

            course = happened.Kind switch
            {
                ClubEventKind.Joined => new ClubCourse(happened.At, happened.Until!.Value, ClubEnd.Term),
                // A renewal is told up to the very instant of the end: then the time is unbroken.
                ClubEventKind.Renewed when happened.At <= course!.Value.Until && course.Value.End == ClubEnd.Term =>
                    course.Value with { Until = Later(course.Value.Until, happened.Until!.Value) },
                ClubEventKind.Removed when course!.Value.IsInAt(happened.At) => course.Value with { Until = happened.At, End = ClubEnd.Removed },
                ClubEventKind.Left when course!.Value.IsInAt(happened.At) => course.Value with { Until = happened.At, End = ClubEnd.Left },
                _ => course,
            };
        }

        return course ?? throw new ArgumentException("A place has a beginning.", nameof(events));
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
