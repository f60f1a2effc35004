using LoyaltyAdmin.Domain.Members.Duplicates;

namespace LoyaltyAdmin.Tests.Domain.Members.Duplicates;

public sealed class NameFormTests
{
    [Theory]
    [InlineData("Дмитрий", "Dmitriy")]
    [InlineData("Дмитрий", "Dmitry")]
    [InlineData("Фёдор", "Федор")]
    [InlineData("Фёдор", "Fyodor")]
    [InlineData("Наталья", "Наталия")]
    [InlineData("Екатерина", "Yekaterina")]
    [InlineData("Алексей", "Alexey")]
    [InlineData("Юлия", "Julia")]
    [InlineData("Щербаков", "Shcherbakov")]
    [InlineData("Щербаков", "Scherbakov")]
    [InlineData("Хабибуллин", "Khabibulin")]
    [InlineData("Виктор", "Victor")]
    [InlineData("O’Brien", "OBRIEN")]
    [InlineData("Müller", "Muller")]
    public void R16_spellings_of_one_name_have_one_form(string one, string other) => Assert.Equal(NameForm.Of(one), NameForm.Of(other));

    [Theory]
    [InlineData("Анна", "Инна")]
    [InlineData("Иван", "Игорь")]
    [InlineData("Марина", "Мария")]
    public void R16_other_names_have_other_forms(string one, string other) => Assert.NotEqual(NameForm.Of(one), NameForm.Of(other));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("—")]
    public void Nothing_has_no_form(string? nothing) => Assert.Equal("", NameForm.Of(nothing));
}
