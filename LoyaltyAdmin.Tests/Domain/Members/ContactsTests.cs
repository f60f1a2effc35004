using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using Xunit;

namespace LoyaltyAdmin.Tests.Domain.Members;

/// <summary>R16: phones, e-mails and cards are kept in one form, and junk is refused.</summary>
public sealed class ContactsTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData("8 916 123-45-67", "+79161234567")]
    [InlineData("8(916)1234567", "+79161234567")]
    [InlineData("+7 (916) 123 45 67", "+79161234567")]
    [InlineData("7 916 123 45 67", "+79161234567")]
    [InlineData("9161234567", "+79161234567")]
    [InlineData(" +7\u00a0916\u00a0123–45–67 ", "+79161234567")]
    [InlineData("8 (495) 123-45-67", "+74951234567")]
    [InlineData("+7 916 777 77 77", "+79167777777")]
    [InlineData("+375 29 123-45-67", "+375291234567")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("00 44 20 7946 0958", "+442079460958")]
    [InlineData("+998 90 123 45 67", "+998901234567")]
    [InlineData("+37060012345", "+37060012345")]
    public void R16_a_phone_is_kept_in_one_form_however_it_is_written(string written, string kept) =>
        Assert.Equal(kept, PhoneNumber.Normalise(written, "RU").Value);

    [Theory]
    [InlineData("80 29 123 45 67", "BY", "+375291234567")]
    [InlineData("(415) 555-2671", "US", "+14155552671")]
    [InlineData("020 7946 0958", "GB", "+442079460958")]
    [InlineData("8 701 123 45 67", "KZ", "+77011234567")]
    public void R16_a_phone_without_a_plus_is_read_as_its_country_writes_it(string written, string country, string kept) =>
        Assert.Equal(kept, PhoneNumber.Normalise(written, country).Value);

    [Theory]
    [InlineData("1111111", "Members.PhoneIsJunk")]
    [InlineData("0000000000", "Members.PhoneIsJunk")]
    [InlineData("+7 999 999 99 99", "Members.PhoneIsJunk")]
    [InlineData("8 111 111 11 11", "Members.PhoneIsJunk")]
    [InlineData("123", "Members.PhoneInvalid")]
    [InlineData("+7 916 123", "Members.PhoneInvalid")]
    [InlineData("8 916 123-45-678", "Members.PhoneInvalid")]
    [InlineData("+1234567890123456", "Members.PhoneInvalid")]
    [InlineData("8 916 123-45-67 доб. 12", "Members.PhoneInvalid")]
    [InlineData("phone", "Members.PhoneInvalid")]
    [InlineData("+", "Members.PhoneInvalid")]
    [InlineData("+0916123456", "Members.PhoneInvalid")]
    public void R16_what_is_no_phone_or_nobodys_is_refused(string written, string code)
    {
        var rejection = PhoneNumber.Normalise(written, "RU").Rejection;

        Assert.Equal(code, rejection?.Code);
        Assert.Equal("phone", rejection?.Field);
    }

    [Fact]
    public void R16_without_a_known_country_a_phone_needs_its_plus()
    {
        Assert.Equal("Members.PhoneInvalid", PhoneNumber.Normalise("9161234567", "").Rejection?.Code);
        Assert.Equal("+79161234567", PhoneNumber.Normalise("+79161234567", "").Value);
    }

    [Theory]
    [InlineData(" Anna.Petrova+Shop@Example.COM ", "anna.petrova+shop@example.com")]
    [InlineData("a.n.n.a@gmail.com", "a.n.n.a@gmail.com")]
    [InlineData("почта@пример.рф", "почта@xn--e1afmkfd.xn--p1ai")]
    [InlineData("o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk")]
    public void R16_an_email_is_kept_in_lower_case_with_its_domain_in_ascii(string written, string kept) =>
        Assert.Equal(kept, EmailAddress.Normalise(written).Value);

    [Theory]
    [InlineData("anna")]
    [InlineData("@example.com")]
    [InlineData("anna@")]
    [InlineData("anna@localhost")]
    [InlineData("anna@example")]
    [InlineData("anna petrova@example.com")]
    [InlineData("anna@@example.com")]
    [InlineData(".anna@example.com")]
    [InlineData("an..na@example.com")]
    [InlineData("anna@-example.com")]
    [InlineData("anna@example..com")]
    [InlineData("anna@1.2.3.4")]
    public void R16_what_cannot_be_an_email_is_refused(string written) =>
        Assert.Equal("Members.EmailInvalid", EmailAddress.Normalise(written).Rejection?.Code);

    [Theory]
    [InlineData("0001 2345-6789", "000123456789")]
    [InlineData("vip-ab12", "VIPAB12")]
    public void R16_a_card_is_kept_without_blanks_and_dashes(string written, string kept) =>
        Assert.Equal(kept, CardNumber.Normalise(written).Value);

    [Theory]
    [InlineData("12 3")]
    [InlineData("12=45")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void R16_what_cannot_be_a_card_is_refused(string written) =>
        Assert.Equal("Members.CardInvalid", CardNumber.Normalise(written).Rejection?.Code);

    [Theory]
    [InlineData("2026-03-11", "Members.BirthDateInFuture")]
    [InlineData("1900-01-01", "Members.BirthDateIsJunk")]
    [InlineData("1906-03-09", "Members.BirthDateTooOld")]
    [InlineData("1906-03-10", null)]
    [InlineData("2026-03-10", null)]
    [InlineData("1990-02-28", null)]
    public void R16_a_birth_date_can_be_a_living_persons(string date, string? code) =>
        Assert.Equal(code, BirthDateRule.Check(DateOnly.Parse(date), Today)?.Code);

    [Fact]
    public void A_profile_tells_all_that_is_wrong_with_it_at_once()
    {
        var (profile, problems) = new MemberProfile
        {
            FirstName = "  Анна   Мария ",
            LastName = " ",
            Phone = "123",
            Email = "anna",
            BirthDate = new DateOnly(1900, 1, 1),
        }.Normalise("RU", Today);

        Assert.Equal(["phone", "email", "birthDate"], problems.Select(p => p.Field));
        Assert.Equal(("Анна Мария", null, "123"), (profile.FirstName, profile.LastName, profile.Phone));
    }

    [Theory]
    [InlineData(MemberKeyKind.Phone, "8 916 123 45 67", "+79161234567")]
    [InlineData(MemberKeyKind.Email, "ANNA@example.com", "anna@example.com")]
    [InlineData(MemberKeyKind.Card, "00 12-34", "001234")]
    [InlineData(MemberKeyKind.ExternalId, " crm-7 ", "crm-7")]
    [InlineData(MemberKeyKind.Id, "0042", "42")]
    public void A_members_name_is_looked_up_as_it_is_kept(MemberKeyKind kind, string written, string kept) =>
        Assert.Equal(new MemberKey(kind, kept), MemberKeyRule.Of(kind, written, "RU").Value);
}
