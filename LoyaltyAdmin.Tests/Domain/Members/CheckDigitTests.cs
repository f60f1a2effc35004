using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Tests.Domain.Members;

public sealed class CheckDigitTests
{
    [Theory]
    [InlineData("7992739871", '3')]
    [InlineData("453201511283036", '6')]
    [InlineData("0", '0')]
    public void The_digit_is_that_of_published_examples(string digits, char check)
    {
        Assert.Equal(check, CheckDigit.Of(digits));
        Assert.True(CheckDigit.IsRight(digits + check));
    }

    [Fact]
    public void Each_single_wrong_digit_is_noticed()
    {
        const string Digits = "220100000001234";
        var number = Digits + CheckDigit.Of(Digits);

        var unnoticed = from place in Enumerable.Range(0, number.Length)
                        from digit in "0123456789"
                        where number[place] != digit && CheckDigit.IsRight(number[..place] + digit + number[(place + 1)..])
                        select (place, digit);

        Assert.Empty(unnoticed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("79A2")]
    public void What_is_no_number_has_no_right_digit(string text) => Assert.False(CheckDigit.IsRight(text));
}
