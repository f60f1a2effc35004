using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Members.Duplicates;

namespace LoyaltyAdmin.Tests.Domain.Members.Duplicates;

public sealed class LikenessTests
{
    /// <summary>The examples of Winkler's paper.</summary>
    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.961)]
    [InlineData("DWAYNE", "DUANE", 0.840)]
    [InlineData("DIXON", "DICKSONX", 0.813)]
    [InlineData("JONES", "JOHNSON", 0.832)]
    [InlineData("ABC", "XYZ", 0)]
    [InlineData("", "ABC", 0)]
    public void Names_are_as_alike_as_published(string one, string other, double alike) => Assert.Equal(alike, Likeness.OfNames(one, other), 3);

    [Theory]
    [InlineData("+79161234567", "+79161234568", true)]
    [InlineData("+79161234567", "+79161234576", true)]
    [InlineData("+7916123457", "+79161234567", true)]
    [InlineData("+79161234567", "+79161234567", false)]
    [InlineData("+79161234567", "+79161234500", false)]
    [InlineData("12", "21", true)]
    [InlineData("1", "", true)]
    [InlineData("123", "321", false)]
    public void One_slip_is_one_sign_or_two_neighbours_swapped(string one, string other, bool isSlip) =>
        Assert.Equal(isSlip, Likeness.IsOneSlip(one, other));

    [Fact]
    public void It_does_not_matter_who_is_compared_with_whom() =>
        Prop.ForAll(
            Gen.Elements("A", "B", "C").ListOf().Select(string.Concat).Two().ToArbitrary(),
            pair => Math.Abs(Likeness.OfNames(pair.Item1, pair.Item2) - Likeness.OfNames(pair.Item2, pair.Item1)) < 1e-9
                && Likeness.IsOneSlip(pair.Item1, pair.Item2) == Likeness.IsOneSlip(pair.Item2, pair.Item1)).QuickCheckThrowOnFailure();
}
