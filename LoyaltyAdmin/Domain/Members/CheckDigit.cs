namespace LoyaltyAdmin.Domain.Members;

/// <summary>
/// The check digit of card numbers: modulus 10 with double-add-double (the Luhn formula), as ISO/IEC 7812-1, annex B, has it;
/// H. P. Luhn, US patent 2,950,048 of 1960. Catches each single wrong digit and nearly each swap of neighbours (not 09 and 90).
/// </summary>
public static class CheckDigit
{
    /// <summary>The digit to write after these digits.</summary>
    /// <exception cref="ArgumentException">Something is no digit.</exception>
    public static char Of(ReadOnlySpan<char> digits) => (char)('0' + ((10 - (Sum(digits, doubleLast: true) % 10)) % 10));

    /// <summary>Whether the last digit of a number is right; false for what is not all digits.</summary>
    public static bool IsRight(ReadOnlySpan<char> number) =>
        number.Length > 1 && !number.ContainsAnyExceptInRange('0', '9') && Sum(number, doubleLast: false) % 10 == 0;

    private static int Sum(ReadOnlySpan<char> digits, bool doubleLast)
    {
        var (sum, doubled) = (0, doubleLast);
        for (var i = digits.Length - 1; i >= 0; i--, doubled = !doubled)
        {
            if (!char.IsAsciiDigit(digits[i]))
            {
                throw new ArgumentException("Only digits have a check digit.", nameof(digits));
            }

            var digit = digits[i] - '0';
            sum += !doubled ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum;
    }
}
