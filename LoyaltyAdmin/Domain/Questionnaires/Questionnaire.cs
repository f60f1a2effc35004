namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>What members are asked, what they agree to, and what it is worth.</summary>
public sealed record Questionnaire
{
    /// <summary>In the order in which they are asked within their steps.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    public IReadOnlyList<ConsentAsked> Consents { get; init; } = [];

    /// <summary>Points for a full questionnaire, as people write them; 0 for none.</summary>
    public decimal Points { get; init; }

    public ContactToVerify Contact { get; init; }

    public JunkLimits Junk { get; init; } = new();

    public Question? Find(string key) => Questions.FirstOrDefault(q => q.Key == key);

    /// <summary>The usual questions, to begin with.</summary>
    public static Questionnaire Usual { get; } = new()
    {
        Questions =
        [
            new() { Key = "phone", Kind = QuestionKind.Phone, Required = true, Weight = 30, Words = new("Mobile phone", "Мобильный телефон"), Help = new("We call only about your points.", "Звоним только по делу — о ваших баллах.") },
            new() { Key = "firstName", Kind = QuestionKind.FirstName, Required = true, Weight = 15, Words = new("First name", "Имя") },
            new() { Key = "lastName", Kind = QuestionKind.LastName, Weight = 10, Words = new("Last name", "Фамилия") },
            new() { Key = "birthDate", Kind = QuestionKind.BirthDate, Step = QuestionStep.Later, Required = true, Weight = 25, Words = new("Date of birth", "Дата рождения"), Help = new("For a birthday gift.", "Чтобы поздравить вас с днём рождения.") },
            new() { Key = "email", Kind = QuestionKind.Email, Step = QuestionStep.Later, Weight = 20, Words = new("E-mail", "Электронная почта") },
        ],
        Consents =
        [
            new()
            {
                Key = "personal-data", Required = true, Title = new("Processing of personal data", "Обработка персональных данных"),
                Text = new("I agree that my data are kept and processed to run the loyalty program.", "Я согласен на хранение и обработку моих данных для участия в программе лояльности."),
            },
            new()
            {
                Key = ConsentAsked.Offers, Title = new("Offers", "Предложения"),
                Text = new("I agree to be sent offers of the program.", "Я согласен получать предложения программы."),
            },
        ],
    };
}
