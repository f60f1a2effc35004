using System.Globalization;
using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>Whether an answer is one (R16): pure, so what belongs to somebody else is found where the members are known.</summary>
public static class AnswerCheck
{
    public const int LongestAnswer = 500;
    public const int GreatestAge = 110;
    private static readonly DateOnly Placeholder = new(1900, 1, 1);

    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "тест", "asdf", "qwerty", "йцукен", "фыва", "none", "no", "нет", "name", "имя", "фамилия", "client", "клиент", "покупатель", "unknown", "неизвестно", "xxx", "ххх", "abc", "абв", "null",
    };

    /// <summary>The answer as it is kept, with what is wrong with it.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="text">What was answered, not blank.</param>
    /// <param name="country">Whose way of writing phones is meant: see <see cref="PhoneNumber"/>.</param>
    /// <param name="today">The program's day.</param>
    public static Answer Of(Question question, string text, string country, DateOnly today)
    {
        var value = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (value.Length > LongestAnswer)
        {
            return new Answer(value[..LongestAnswer], JunkRule.TooLong);
        }

        return question.Kind switch
        {
            QuestionKind.Phone => Phone(value, country),
            QuestionKind.Email => EmailAddress.Normalise(value).Accepted(out var email, out _) ? new Answer(email) : new Answer(value, JunkRule.EmailInvalid),
            QuestionKind.FirstName or QuestionKind.LastName => new Answer(value, Name(value)),
            QuestionKind.BirthDate => Day(value, day => BirthDate(day, today)),
            QuestionKind.Date => Day(value, day => day == Placeholder ? JunkRule.DateIsPlaceholder : JunkRule.None),
            QuestionKind.Number => Number(value),
            QuestionKind.YesNo => YesNo(value),
            QuestionKind.OneOf => new Answer(value, question.Options.Any(o => o.Key == value) ? JunkRule.None : JunkRule.NotAnOption),
            QuestionKind.SeveralOf => Several(question, value),
            _ => new Answer(value, IsSame(value) || Placeholders.Contains(value) ? JunkRule.TextIsPlaceholder : JunkRule.None),
        };
    }

    private static Answer Phone(string value, string country)
    {
        var digits = string.Concat(value.Where(char.IsAsciiDigit));
        if (IsSame(digits))
        {
            return new Answer(value, JunkRule.PhoneSameDigits);
        }

        if (IsSequence(digits))
        {
            return new Answer(value, JunkRule.PhoneSequence);
        }

        if (!PhoneNumber.Normalise(value, country).Accepted(out var phone, out var wrong))
        {
            return new Answer(value, wrong.Code == "Members.PhoneIsJunk" ? JunkRule.PhoneSameDigits : JunkRule.PhoneInvalid);
        }

        // What comes after the country and the network: seven digits that nobody was given.
        var own = phone[^7..];
        return IsSame(own) ? new Answer(value, JunkRule.PhoneSameDigits)
            : IsSequence(own) ? new Answer(value, JunkRule.PhoneSequence)
            : new Answer(phone);
    }

    private static JunkRule Name(string value)
    {
        if (value.Any(char.IsAsciiDigit))
        {
            return JunkRule.NameHasDigits;
        }

        var letters = string.Concat(value.Where(char.IsLetter));
        return letters.Length < 2 ? JunkRule.NameTooShort
            : IsSame(letters) && letters.Length > 2 || Placeholders.Contains(value) ? JunkRule.NameIsPlaceholder
            : value.Length > MemberProfile.LongestName ? JunkRule.TooLong
            : JunkRule.None;
    }

    private static Answer Day(string value, Func<DateOnly, JunkRule> judge)
    {
        string[] forms = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];
        return DateOnly.TryParseExact(value, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Answer(day.ToString("O", CultureInfo.InvariantCulture), judge(day))
            : new Answer(value, JunkRule.NotADate);
    }

    private static JunkRule BirthDate(DateOnly day, DateOnly today) =>
        day == Placeholder ? JunkRule.DateIsPlaceholder
        : day > today ? JunkRule.DateInFuture
        : day < today.AddYears(-GreatestAge) ? JunkRule.DateTooOld
        : JunkRule.None;

    private static Answer Number(string value) =>
        decimal.TryParse(value.Replace(',', '.').Replace(" ", ""), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Answer(number.ToString(CultureInfo.InvariantCulture))
            : new Answer(value, JunkRule.NotANumber);

    private static Answer YesNo(string value) => value.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ДА" => new Answer("true"),
        "FALSE" or "NO" or "НЕТ" => new Answer("false"),
        _ => new Answer(value, JunkRule.NotAnOption),
    };

    private static Answer Several(Question question, string value)
    {
        string[] chosen = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        return chosen.Length > 0 && Array.TrueForAll(chosen, key => question.Options.Any(o => o.Key == key))
            ? new Answer(string.Join(',', question.Options.Select(o => o.Key).Where(chosen.Contains)))
            : new Answer(value, JunkRule.NotAnOption);
    }

    private static bool IsSame(string text) => text.Length > 1 && text.All(c => char.ToUpperInvariant(c) == char.ToUpperInvariant(text[0]));

    /// <summary>Six digits or more, each one above, or one below, the one before; 9 is followed by 0.</summary>
    private static bool IsSequence(string digits) =>
        digits.Length >= 6 && (digits.Zip(digits.Skip(1)).All(pair => (pair.Second - pair.First + 10) % 10 == 1) || digits.Zip(digits.Skip(1)).All(pair => (pair.First - pair.Second + 10) % 10 == 1));
}
