using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>What two members had answered and agreed to before a merge.</summary>
/// <param name="Source">Answers of who went; null where there were none.</param>
/// <param name="Target">Answers of who stayed.</param>
/// <param name="Revision">The survivor's answers right after the merge, by their revision.</param>
/// <param name="Filings">What was handed in for who went, by the numbers of the rows.</param>
/// <param name="Consents">What who went had agreed to.</param>
public sealed record MergedAnswers(MergedAnswers.Row? Source, MergedAnswers.Row? Target, int Revision, long[] Filings, long[] Consents)
{
    /// <summary>The answers of one member as they stood.</summary>
    public sealed record Row(
        int Version, IReadOnlyDictionary<string, Answer> Answers, int Score, bool IsFilled, bool IsValid, JunkRule Junk, string? PhoneSaid, DateTime FilledAt, string Store, string Cashier);

    /// <summary>Gives the survivor the other's answers where it has none, with all that was handed in and agreed to.</summary>
    /// <param name="db">Within the merge's transaction.</param>
    /// <param name="source">Who goes.</param>
    /// <param name="target">Who stays.</param>
    /// <param name="after">The survivor's profile after the merge.</param>
    /// <param name="country">Whose way of writing phones is meant.</param>
    /// <param name="today">The program's day.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<MergedAnswers> MergeAsync(
        LoyaltyDbContext db, long source, long target, MergedValues after, string country, DateOnly today, CancellationToken ct)
    {
        var (from, to) = (await db.MemberAnswers.FindAsync([source], ct), await db.MemberAnswers.FindAsync([target], ct));
        var (left, own) = (Read(from), Read(to));
        long[] filings = await db.AnswersFilings.Where(f => f.MemberId == source).Select(f => f.Id).ToArrayAsync(ct);
        long[] consents = await db.MemberConsents.Where(c => c.MemberId == source).Select(c => c.Id).ToArrayAsync(ct);
        await db.AnswersFilings.Where(f => f.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(f => f.MemberId, target), ct);
        await db.MemberConsents.Where(c => c.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(c => c.MemberId, target), ct);
        if (from is not null)
        {
            db.MemberAnswers.Remove(from);
            to ??= Make(db, target, left!);
            to.Answers = Union(to.Answers, from.Answers);
            to.PhoneSaid ??= from.PhoneSaid;
            to.Revision++;
        }

        if (to is not null && await db.QuestionnaireVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Number == to.Version, ct) is { } asked)
        {
            var profile = new MemberProfile { Phone = after.Phone, Email = after.Email, FirstName = after.FirstName, LastName = after.LastName, BirthDate = after.BirthDate };
            to.Rate(AnswerSheet.Of(asked.Content, profile, to.Answers, country, today), to.Version);
        }

        return new MergedAnswers(left, own, to?.Revision ?? 0, filings, consents);
    }

    /// <summary>Puts both where they were; what the survivor answered since stays with the survivor.</summary>
    public async Task PartAsync(LoyaltyDbContext db, long source, long target, CancellationToken ct)
    {
        await db.AnswersFilings.Where(f => f.MemberId == target && EF.Parameter(Filings).Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.MemberId, source), ct);
        await db.MemberConsents.Where(c => c.MemberId == target && EF.Parameter(Consents).Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.MemberId, source), ct);
        if (Source is not null)
        {
            Make(db, source, Source);
        }

        if (await db.MemberAnswers.FindAsync([target], ct) is not { } row || row.Revision != Revision)
        {
            return;
        }

        if (Target is null)
        {
            db.MemberAnswers.Remove(row);
        }
        else
        {
            Write(row, Target);
            row.Revision++;
        }
    }

    private static Dictionary<string, Answer> Union(IReadOnlyDictionary<string, Answer> own, IReadOnlyDictionary<string, Answer> others)
    {
        var all = others.ToDictionary();
        foreach (var (key, answer) in own)
        {
            all[key] = answer;
        }

        return all;
    }

    private static Row? Read(MemberAnswers? row) => row is null
        ? null
        : new(row.Version, row.Answers, row.Score, row.IsFilled, row.IsValid, row.Junk, row.PhoneSaid, row.FilledAt, row.Store, row.Cashier);

    private static MemberAnswers Make(LoyaltyDbContext db, long member, Row row)
    {
        var made = new MemberAnswers { MemberId = member, FilledAt = row.FilledAt, Store = row.Store, Cashier = row.Cashier };
        Write(made, row);
        db.MemberAnswers.Add(made);
        return made;
    }

    private static void Write(MemberAnswers to, Row from) =>
        (to.Version, to.Answers, to.Score, to.IsFilled, to.IsValid, to.Junk, to.PhoneSaid) =
            (from.Version, from.Answers, from.Score, from.IsFilled, from.IsValid, from.Junk, from.PhoneSaid);
}
