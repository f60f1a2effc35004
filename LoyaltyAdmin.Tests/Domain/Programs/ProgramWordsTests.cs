using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class ProgramWordsTests
{
    public static TheoryData<string> Codes => [.. Words.CodesOf(typeof(ProgramCodes))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_rejection_and_warning_has_its_words_in_both_languages(string code) =>
        Words.AssertBoth(typeof(ProgramsText), code);
}
