using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;

namespace LoyaltyAdmin.Tests.Domain.Questionnaires;

public sealed class AnswerCheckTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    [InlineData(QuestionKind.Phone, "1111111", JunkRule.PhoneSameDigits)]
    [InlineData(QuestionKind.Phone, "+7 999 999-99-99", JunkRule.PhoneSameDigits)]
    [InlineData(QuestionKind.Phone, "8 916 777-77-77", JunkRule.PhoneSameDigits)]
    [InlineData(QuestionKind.Phone, "1234567", JunkRule.PhoneSequence)]
    [InlineData(QuestionKind.Phone, "8 916 123-45-67", JunkRule.PhoneSequence)]
    [InlineData(QuestionKind.Phone, "9876543210", JunkRule.PhoneSequence)]
    [InlineData(QuestionKind.Phone, "12", JunkRule.PhoneInvalid)]
    [InlineData(QuestionKind.Phone, "no phone", JunkRule.PhoneInvalid)]
    [InlineData(QuestionKind.Phone, "8 916 204-45-67", JunkRule.None)]
    [InlineData(QuestionKind.Email, "anna", JunkRule.EmailInvalid)]
    [InlineData(QuestionKind.Email, "Anna@Example.com", JunkRule.None)]
    [InlineData(QuestionKind.FirstName, "А", JunkRule.NameTooShort)]
    [InlineData(QuestionKind.FirstName, "Анна1", JunkRule.NameHasDigits)]
    [InlineData(QuestionKind.FirstName, "Test", JunkRule.NameIsPlaceholder)]
    [InlineData(QuestionKind.FirstName, "ааааа", JunkRule.NameIsPlaceholder)]
    [InlineData(QuestionKind.FirstName, "Ян", JunkRule.None)]
    [InlineData(QuestionKind.LastName, "О’Коннор-Ли", JunkRule.None)]
    [InlineData(QuestionKind.BirthDate, "01.01.1900", JunkRule.DateIsPlaceholder)]
    [InlineData(QuestionKind.BirthDate, "2026-03-02", JunkRule.DateInFuture)]
    [InlineData(QuestionKind.BirthDate, "2026-03-01", JunkRule.None)]
    [InlineData(QuestionKind.BirthDate, "1916-02-29", JunkRule.DateTooOld)]
    [InlineData(QuestionKind.BirthDate, "1916-03-01", JunkRule.None)]
    [InlineData(QuestionKind.BirthDate, "31.02.1990", JunkRule.NotADate)]
    [InlineData(QuestionKind.Number, "two", JunkRule.NotANumber)]
    [InlineData(QuestionKind.Number, "2,5", JunkRule.None)]
    [InlineData(QuestionKind.YesNo, "maybe", JunkRule.NotAnOption)]
    [InlineData(QuestionKind.YesNo, "да", JunkRule.None)]
    [InlineData(QuestionKind.OneOf, "c", JunkRule.NotAnOption)]
    [InlineData(QuestionKind.OneOf, "a", JunkRule.None)]
    [InlineData(QuestionKind.SeveralOf, "a,c", JunkRule.NotAnOption)]
    [InlineData(QuestionKind.SeveralOf, "b,a", JunkRule.None)]
    [InlineData(QuestionKind.Text, "asdf", JunkRule.TextIsPlaceholder)]
    [InlineData(QuestionKind.Text, "Two cats", JunkRule.None)]
    public void R16_each_rule_finds_its_junk_and_nothing_else(QuestionKind kind, string text, JunkRule expected) =>
        Assert.Equal(expected, AnswerCheck.Of(Asked("k", kind), text, "RU", Today).Junk);

    [Fact]
    public void Valid_answers_are_kept_in_one_form()
    {
        Assert.Equal("+79162044567", AnswerCheck.Of(Asked("k", QuestionKind.Phone), "8 (916) 204-45-67", "RU", Today).Value);
        Assert.Equal("1985-03-08", AnswerCheck.Of(Asked("k", QuestionKind.BirthDate), "08.03.1985", "RU", Today).Value);
        Assert.Equal("a,b", AnswerCheck.Of(Asked("k", QuestionKind.SeveralOf), "b, a", "RU", Today).Value);
        Assert.Equal("2.5", AnswerCheck.Of(Asked("k", QuestionKind.Number), "2,5", "RU", Today).Value);
    }

    [Fact]
    public void R16_the_score_is_what_valid_answers_weigh_not_what_is_filled()
    {
        var questionnaire = Questionnaire.Usual;
        var profile = new MemberProfile { Phone = "+79162044567", FirstName = "Анна" };
        var sheet = AnswerSheet.Of(questionnaire, profile, new Dictionary<string, Answer> { ["birthDate"] = new("01.01.1900", JunkRule.DateIsPlaceholder) }, "RU", Today);

        // Phone 30 and first name 15 of 100; the junk birth date is filled and counts for nothing.
        Assert.Equal(45, sheet.Score);
        Assert.True(sheet.IsFilled);
        Assert.False(sheet.IsValid);
        Assert.Equal(JunkRule.DateIsPlaceholder, sheet.Junk);
        Assert.Equal(["lastName", "email"], sheet.Missing.Select(q => q.Key));
    }

    [Fact]
    public void R16_the_score_is_between_0_and_100_and_never_rises_when_a_valid_answer_becomes_junk() =>
        Prop.ForAll(
            ArbMap.Default.GeneratorFor<(PositiveInt Weight, int State)>().NonEmptyListOf().ToArbitrary(),
            drawn =>
            {
                var questions = drawn.Take(40).Select((d, i) => Asked($"q{i}", QuestionKind.Text) with { Weight = d.Weight.Get }).ToList();
                var answers = drawn.Take(40).Select((d, i) => (Key: $"q{i}", State: Math.Abs(d.State % 3)))
                    .Where(a => a.State > 0).ToDictionary(a => a.Key, a => new Answer("x", a.State == 1 ? JunkRule.None : JunkRule.TextIsPlaceholder));
                var sheet = new AnswerSheet(new Questionnaire { Questions = questions }, answers);
                var worse = answers.Where(a => a.Value.IsValid)
                    .Select(a => sheet with { Answers = answers.ToDictionary(x => x.Key, x => x.Key == a.Key ? x.Value with { Junk = JunkRule.TooLong } : x.Value) });
                return sheet.Score is >= 0 and <= 100 && worse.All(w => w.Score <= sheet.Score)
                    && (sheet.Score == 100) == questions.TrueForAll(q => answers.GetValueOrDefault(q.Key)?.IsValid == true);
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, "1990-05-05", null, null)]
    [InlineData("1985-08-08", "1990-05-05", null, null)]
    [InlineData("1985-08-08", "1990-05-05", "2025-03-02", "Members.BirthDateChangedAlready")]
    [InlineData("1985-08-08", "1990-05-05", "2025-03-01", null)]
    [InlineData("1985-08-08", "1990-03-07", null, "Members.BirthDateTooNear")]
    [InlineData("1985-08-08", "1990-03-08", null, null)]
    [InlineData("1985-03-01", "1990-05-05", null, "Members.BirthDateTooNear")]
    [InlineData("1985-08-08", "1985-08-08", "2026-02-28", null)]
    public void R16_a_birth_date_is_changed_once_in_12_months_and_7_days_before(string? before, string after, string? changedOn, string? expected) =>
        Assert.Equal(expected, BirthDateRule.CheckChange(Day(before), Day(after)!.Value, Day(changedOn), Today)?.Code);

    [Fact]
    public void Another_contact_is_not_verified_until_somebody_does()
    {
        var member = new Member { Id = 1, JoinedAt = default, JoinedOn = Today, Phone = "+79162044567" };
        member.PhoneVerifiedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        member.Phone = "+79162044567";
        Assert.NotNull(member.PhoneVerifiedAt);

        member.Phone = "+79162044568";
        Assert.Null(member.PhoneVerifiedAt);
    }

    [Fact]
    public void What_cannot_be_asked_is_told_by_its_key()
    {
        var usual = Questionnaire.Usual;
        Assert.Empty(QuestionnaireCheck.Problems(usual with { Points = 100 }, 0));
        Assert.Equal("Questionnaires.WordsMissing", One(usual with { Questions = [.. usual.Questions, new Question { Key = "pets", Kind = QuestionKind.Text }] }));
        Assert.Equal("Questionnaires.KeyTwice", One(usual with { Questions = [.. usual.Questions, usual.Questions[0]] }));
        Assert.Equal("Questionnaires.KeyWrong", One(usual with { Questions = [.. usual.Questions, Asked("любимый цвет", QuestionKind.Text)] }));
        Assert.Equal("Questionnaires.OptionsMissing", One(usual with { Questions = [.. usual.Questions, Asked("pets", QuestionKind.OneOf) with { Options = [] }] }));
        Assert.Equal("Questionnaires.WeightOutOfRange", One(usual with { Questions = [.. usual.Questions, Asked("pets", QuestionKind.Text) with { Weight = 0 }] }));
        Assert.Equal("Questionnaires.PointsOutOfRange", One(usual with { Points = 0.5m }));
        Assert.Equal("Questionnaires.ContactNotAsked", One(usual with { Points = 5, Contact = ContactToVerify.Email, Questions = [.. usual.Questions.Where(q => q.Kind != QuestionKind.Email)] }));
        Assert.Equal("Questionnaires.NoQuestions", One(new Questionnaire()));
    }

    private static string? One(Questionnaire questionnaire) => QuestionnaireCheck.Problems(questionnaire, 0).Select(p => p.Code).FirstOrDefault();

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Question Asked(string key, QuestionKind kind) => new()
    {
        Key = key,
        Kind = kind,
        Words = new("Q", "В"),
        Options = kind.HasOptions() ? [new("a", new("A", "А")), new("b", new("B", "Б"))] : [],
    };
}
