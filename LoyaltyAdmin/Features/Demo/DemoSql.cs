namespace LoyaltyAdmin.Features.Demo;

/// <summary>
/// What belongs to the demo shop, and the statements that take it away. An invented member for whom a till has posted
/// something real keeps everything: accounts go whole or stay whole, so the ledger stays balanced.
/// </summary>
public static class DemoSql
{
    // Sources as stored: 0 API, 1 import, 2 demo. Holds: 0 open.
    private const string RealOnMember = """
        EXISTS (SELECT 1 FROM "Receipts" r WHERE r."MemberId" = COALESCE(m."MergedIntoId", m."Id") AND r."Source" <> 2)
            OR EXISTS (SELECT 1 FROM "Returns" r WHERE r."MemberId" = COALESCE(m."MergedIntoId", m."Id") AND r."Source" <> 2)
            OR EXISTS (SELECT 1 FROM "Holds" h JOIN "Accounts" a ON a."Id" = h."AccountId"
                WHERE a."MemberId" = COALESCE(m."MergedIntoId", m."Id") AND h."Status" = 0)
        """;

    private const string Members = $"""SELECT m."Id" FROM "Members" m WHERE m."IsDemo" = 1 AND NOT ({RealOnMember})""";

    private const string Accounts = $"""SELECT "Id" FROM "Accounts" WHERE "MemberId" IN ({Members})""";

    private const string Subscriptions = $"""SELECT "Id" FROM "Subscriptions" WHERE "MemberId" IN ({Members})""";

    private const string Entries = $"""SELECT "Id" FROM "LedgerEntries" WHERE "AccountId" IN ({Accounts})""";

    private const string Holds = $"""SELECT "Id" FROM "Holds" WHERE "AccountId" IN ({Accounts})""";

    /// <summary>Receipts of those who go, and demo receipts of nobody unless real goods came back of them.</summary>
    private const string Receipts = $"""
        SELECT d."Id" FROM "Receipts" d WHERE d."MemberId" IN ({Members})
            OR (d."MemberId" IS NULL AND d."Source" = 2 AND NOT EXISTS (SELECT 1 FROM "Returns" r WHERE r."ReceiptId" = d."Id" AND r."Source" <> 2))
        """;

    private const string Returns = $"""SELECT b."Id" FROM "Returns" b WHERE b."MemberId" IN ({Members}) OR (b."MemberId" IS NULL AND b."ReceiptId" IN ({Receipts}))""";

    /// <summary>Members, receipts, returns that go, and members who stay.</summary>
    public const string Count = $"""
        SELECT CAST((SELECT COUNT(*) FROM ({Members}) x) AS bigint) AS "Members", CAST((SELECT COUNT(*) FROM ({Receipts}) x) AS bigint) AS "Receipts",
            CAST((SELECT COUNT(*) FROM ({Returns}) x) AS bigint) AS "Returns",
            CAST((SELECT COUNT(*) FROM "Members" m WHERE m."IsDemo" = 1 AND ({RealOnMember})) AS bigint) AS "Kept"
        """;

    /// <summary>In the order in which rows let go of one another.</summary>
    public static IReadOnlyList<(string Table, string Where)> Removals { get; } =
    [
        ("PartnerOperations", $"\"ReceiptId\" IN ({Receipts})"),
        ("GiftCardHolds", $"\"HoldId\" IN ({Holds})"),
        ("HoldLots", $"\"HoldId\" IN ({Holds})"),
        ("Holds", $"\"AccountId\" IN ({Accounts})"),
        ("Referrals", $"\"ReferrerId\" IN ({Members}) OR \"FriendId\" IN ({Members})"),
        ("ReferralCodes", $"\"MemberId\" IN ({Members})"),
        ("MemberMarks", $"\"MemberId\" IN ({Members})"),
        ("TierChanges", $"\"MemberId\" IN ({Members})"),
        ("MemberTiers", $"\"MemberId\" IN ({Members})"),
        ("ClubEvents", $"\"PlaceId\" IN (SELECT \"Id\" FROM \"ClubPlaces\" WHERE \"MemberId\" IN ({Members}))"),
        ("ClubPlaces", $"\"MemberId\" IN ({Members})"),
        ("ClubInvitations", $"\"MemberId\" IN ({Members})"),
        ("SubscriptionSavings", $"\"ReceiptId\" IN ({Receipts}) OR \"SubscriptionId\" IN ({Subscriptions})"),
        ("SubscriptionSpans", $"\"SubscriptionId\" IN ({Subscriptions})"),
        ("SubscriptionEvents", $"\"SubscriptionId\" IN ({Subscriptions})"),
        ("Subscriptions", $"\"MemberId\" IN ({Members})"),
        ("Allocations", $"\"EntryId\" IN ({Entries})"),
        ("Lots", $"\"AccountId\" IN ({Accounts})"),
        ("LedgerEntries", $"\"AccountId\" IN ({Accounts})"),
        ("ReturnLines", $"\"ReturnId\" IN ({Returns})"),
        ("Returns", $"\"Id\" IN ({Returns})"),
        ("ReceiptLines", $"\"ReceiptId\" IN ({Receipts})"),
        ("Receipts", $"\"Id\" IN ({Receipts})"),
        ("Cards", $"\"MemberId\" IN ({Members})"),
        ("MemberTraits", $"\"MemberId\" IN ({Members})"),
        ("MemberConsents", $"\"MemberId\" IN ({Members})"),
        ("AnswersFilings", $"\"MemberId\" IN ({Members})"),
        ("MemberAnswers", $"\"MemberId\" IN ({Members})"),
        ("DuplicatePairs", $"\"FirstId\" IN ({Members}) OR \"SecondId\" IN ({Members})"),
        ("MemberMerges", $"\"SourceId\" IN ({Members})"),
        ("Accounts", $"\"MemberId\" IN ({Members})"),
        ("Members", $"\"Id\" IN ({Members})"),
        ("Goods", "\"IsDemo\" = 1"),
    ];
}
