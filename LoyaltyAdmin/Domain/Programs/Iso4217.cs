using System.Collections.Frozen;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Currencies in circulation by their ISO 4217 codes.</summary>
public static class Iso4217
{
    private static readonly FrozenSet<string> InThousandths = new[]
    {
        "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> All = Codes().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those that a program can count in hundredths, in the order of their codes.</summary>
    public static IReadOnlyList<string> InHundredths { get; } =
        [.. Codes().Where(code => !InThousandths.Contains(code)).Order(StringComparer.Ordinal)];

    /// <summary>Whether there is such a currency.</summary>
    public static bool Has(string code) => All.Contains(code);

    /// <summary>Whether its smallest part is a thousandth, which a program cannot count.</summary>
    public static bool IsInThousandths(string code) => InThousandths.Contains(code);

    private static string[] Codes() =>
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
        CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
        IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
        MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB
        RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
        UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
