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
            OR EXISTS (SELECT 1 FROM "HoldLots" hl JOIN "Holds" h ON h."Id" = hl."HoldId" JOIN "Lots" l ON l."Id" = hl."LotId" JOIN "Accounts" a ON a."Id" = l."AccountId"
                WHERE a."MemberId" = COALESCE(m."MergedIntoId", m."Id") AND h."Status" = 0)
            OR EXISTS (SELECT 1 FROM "LedgerEntries" e JOIN "Accounts" a ON a."Id" = e."AccountId" JOIN "Receipts" r ON r."Id" = e."ReceiptId"
                WHERE a."MemberId" = COALESCE(m."MergedIntoId", m."Id") AND r."Source" <> 2)
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

    // What is made in the demo's name, and on what nothing real hangs. Each is asked when what hangs on it of the demo is gone.
    private const string By = "'system:demo'";

    private const string Plans = $"""
        SELECT v."PlanId" FROM "PlanVersions" v WHERE v."Number" = 1 AND v."Author" = {By} AND NOT EXISTS (SELECT 1 FROM "Subscriptions" s WHERE s."PlanId" = v."PlanId")
        """;

    private const string Clubs = $"""
        SELECT v."ClubId" FROM "ClubVersions" v WHERE v."Number" = 1 AND v."Author" = {By}
            AND NOT EXISTS (SELECT 1 FROM "ClubPlaces" p WHERE p."ClubId" = v."ClubId") AND NOT EXISTS (SELECT 1 FROM "ClubInvitations" i WHERE i."ClubId" = v."ClubId")
        """;

    private const string Partners = $"""
        SELECT p."Id" FROM "Partners" p WHERE p."CreatedBy" = {By} AND NOT EXISTS (SELECT 1 FROM "ApiKeys" k WHERE k."PartnerId" = p."Id")
            AND NOT EXISTS (SELECT 1 FROM "Receipts" r WHERE r."PartnerId" = p."Id") AND NOT EXISTS (SELECT 1 FROM "Returns" r WHERE r."PartnerId" = p."Id")
            AND NOT EXISTS (SELECT 1 FROM "Holds" h WHERE h."PartnerId" = p."Id")
        """;

    private const string Statements = $"""SELECT "Id" FROM "Settlements" WHERE "PartnerId" IN ({Partners})""";

    /// <summary>Series whose cards were sold by the demo alone and pay for nothing that is real.</summary>
    private const string Series = $"""
        SELECT s."Id" FROM "GiftCardSeries" s WHERE s."CreatedBy" = {By}
            AND NOT EXISTS (SELECT 1 FROM "GiftCards" c JOIN "GiftCardEntries" e ON e."CardId" = c."Id" WHERE c."SeriesId" = s."Id"
                AND ((e."Kind" = 1 AND e."Author" <> {By}) OR EXISTS (SELECT 1 FROM "Receipts" r WHERE r."Id" = e."ReceiptId")))
            AND NOT EXISTS (SELECT 1 FROM "GiftCards" c JOIN "GiftCardHolds" h ON h."CardId" = c."Id" WHERE c."SeriesId" = s."Id")
            AND NOT EXISTS (SELECT 1 FROM "GiftCardOrders" o WHERE o."SeriesId" = s."Id" AND o."Key" NOT LIKE 'demo-%')
        """;

    private const string GiftCards = $"""SELECT "Id" FROM "GiftCards" WHERE "SeriesId" IN ({Series})""";

    private const string Orders = $"""SELECT "Id" FROM "GiftCardOrders" WHERE "SeriesId" IN ({Series})""";

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
        ("ReceiptOffers", $"\"ReceiptId\" IN ({Receipts})"),
        ("OpenPromises", $"\"ReceiptId\" IN ({Receipts})"),
        ("CouponUses", $"\"ReceiptId\" IN ({Receipts})"),
        ("Coupons", $"\"MemberId\" IN ({Members}) AND NOT EXISTS (SELECT 1 FROM \"CouponUses\" u WHERE u.\"CouponId\" = \"Coupons\".\"Id\")"),
        ("CampaignMemberDays", $"\"MemberId\" IN ({Members})"),
        ("MemberCounters", $"\"MemberId\" IN ({Members})"),
        ("AudienceListMembers", $"\"MemberId\" IN ({Members})"),
        ("GiftCardHolds", $"\"HoldId\" IN ({Holds})"),
        ("HoldLots", $"\"HoldId\" IN ({Holds}) OR \"LotId\" IN (SELECT \"Id\" FROM \"Lots\" WHERE \"AccountId\" IN ({Accounts}))"),
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
        ("Households", "NOT EXISTS (SELECT 1 FROM \"Members\" m WHERE m.\"HouseholdId\" = \"Households\".\"Id\")"),
        ("Goods", "\"IsDemo\" = 1"),
        ("PlanVersions", $"\"PlanId\" IN ({Plans})"),
        ("SubscriptionPlans", "NOT EXISTS (SELECT 1 FROM \"PlanVersions\" v WHERE v.\"PlanId\" = \"SubscriptionPlans\".\"Id\")"),
        ("ClubVersions", $"\"ClubId\" IN ({Clubs})"),
        ("Clubs", "NOT EXISTS (SELECT 1 FROM \"ClubVersions\" v WHERE v.\"ClubId\" = \"Clubs\".\"Id\")"),
        ("SettlementLines", $"\"SettlementId\" IN ({Statements})"),
        ("SettlementAdjustments", $"\"PartnerId\" IN ({Partners})"),
        ("Settlements", $"\"PartnerId\" IN ({Partners})"),
        ("PartnerTerms", $"\"PartnerId\" IN ({Partners})"),
        ("Partners", $"\"Id\" IN ({Partners})"),
        ("GiftCardEntries", $"\"CardId\" IN ({GiftCards})"),
        ("DeliveryMessages", $"\"OrderId\" IN ({Orders})"),
        ("GiftCardOrderSteps", $"\"OrderId\" IN ({Orders})"),
        ("GiftCardOrders", $"\"SeriesId\" IN ({Series})"),
        ("GiftCards", $"\"SeriesId\" IN ({Series})"),
        ("GiftCardSeries", $"\"Id\" IN ({Series})"),
        ("GiftCardDesigns", $"{Entered("GiftCardDesign", "GiftCardDesigns")} AND NOT EXISTS (SELECT 1 FROM \"GiftCardSeries\" s WHERE s.\"DesignId\" = \"GiftCardDesigns\".\"Id\")"),
        ("QuestionnaireVersions", $"\"PublishedBy\" = {By} AND NOT EXISTS (SELECT 1 FROM \"MemberAnswers\") AND NOT EXISTS (SELECT 1 FROM \"QuestionnaireVersions\" v WHERE v.\"Number\" > 1)"),
        ("ConsentTexts", $"\"By\" = {By} AND NOT EXISTS (SELECT 1 FROM \"QuestionnaireVersions\" v WHERE v.\"Number\" > 0) AND NOT EXISTS (SELECT 1 FROM \"MemberConsents\" c WHERE c.\"Key\" = \"ConsentTexts\".\"Key\")"),
        ("AcquisitionCosts", Entered("AcquisitionCost", "AcquisitionCosts")),
    ];

    /// <summary>What the demo alone has entered, as the history tells.</summary>
    private static string Entered(string subject, string table)
    {
        var told = $"SELECT 1 FROM \"AuditEntries\" a WHERE a.\"Subject\" = '{subject}' AND a.\"SubjectId\" = CAST(\"{table}\".\"Id\" AS varchar(20))";
        return $"EXISTS ({told} AND a.\"Author\" = {By}) AND NOT EXISTS ({told} AND a.\"Author\" <> {By})";
    }
}
