namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>What a question asks for: a field of the member's own profile, or something that the shop added.</summary>
public enum QuestionKind
{
    Phone,
    Email,
    FirstName,
    LastName,
    BirthDate,
    Text,
    Number,
    Date,
    YesNo,
    OneOf,
    SeveralOf,
}

/// <summary>When a question is asked.</summary>
public enum QuestionStep
{
    /// <summary>When the member joins.</summary>
    AtIssue,

    /// <summary>At any time after.</summary>
    Later,
}

/// <summary>Which contact must be verified before points are given.</summary>
public enum ContactToVerify
{
    Phone,
    Email,
    Either,
}

/// <summary>Tells kinds of questions apart.</summary>
public static class QuestionKinds
{
    /// <summary>Whether the answer is a field of the member's profile, which is asked at most once.</summary>
    public static bool IsProfile(this QuestionKind kind) => kind <= QuestionKind.BirthDate;

    /// <summary>Whether the answer is chosen from the question's options.</summary>
    public static bool HasOptions(this QuestionKind kind) => kind is QuestionKind.OneOf or QuestionKind.SeveralOf;

    /// <summary>The key that a profile field goes by in every questionnaire.</summary>
    public static string KeyOf(this QuestionKind kind) => kind switch
    {
        QuestionKind.Phone => "phone",
        QuestionKind.Email => "email",
        QuestionKind.FirstName => "firstName",
        QuestionKind.LastName => "lastName",
        QuestionKind.BirthDate => "birthDate",
        _ => "",
    };
}
