using LoyaltyAdmin.Data.Sql;

namespace LoyaltyAdmin.Features.Rollups;

/// <summary>The rollups as they follow from receipts, returns and entries. Sales are those of the shop, points those of everybody.</summary>
internal static class RollupSql
{
    /// <summary>First and last receipt, their number and the net revenue of each member.</summary>
    public const string Statistics = """
        SELECT b."MemberId", MIN(b."Day") AS "FirstOn", MAX(b."Day") AS "LastOn", CAST(SUM(b."Sale") AS bigint) AS "Receipts", SUM(b."Revenue") AS "Revenue"
        FROM (
            SELECT "MemberId", "Day", 1 AS "Sale", "Net" AS "Revenue" FROM "Receipts" WHERE "MemberId" IS NOT NULL AND "PartnerId" IS NULL
            UNION ALL
            SELECT "MemberId", NULL, 0, -"Refund" FROM "Returns" WHERE "MemberId" IS NOT NULL AND "PartnerId" IS NULL
        ) b
        GROUP BY b."MemberId"
        """;

    /// <summary>Whether an account ("Accounts") says something else than its statistics (s).</summary>
    public const string StatisticsDiffer = """
        ("Accounts"."Receipts" <> COALESCE(s."Receipts", 0) OR "Accounts"."NetRevenueMinor" <> COALESCE(s."Revenue", 0)
            OR COALESCE("Accounts"."FirstReceiptOn", '0001-01-01') <> COALESCE(s."FirstOn", '0001-01-01')
            OR COALESCE("Accounts"."LastReceiptOn", '0001-01-01') <> COALESCE(s."LastOn", '0001-01-01'))
        """;

    public static string Sales(SqlProvider sql) => """
        SELECT s."Day", s."Store",
            SUM(s."Receipts") AS "Receipts", SUM(s."MemberReceipts") AS "MemberReceipts", SUM(s."Gross") AS "Gross", SUM(s."Discount") AS "Discount",
            SUM(s."Redeemed") AS "Redeemed", SUM(s."Net") AS "Net", SUM(s."MemberNet") AS "MemberNet", SUM(s."Refunds") AS "Refunds",
            SUM(s."MemberRefunds") AS "MemberRefunds", SUM(s."Units") AS "Units"
        FROM (
            SELECT "Day", "Store", 1 AS "Receipts", CASE WHEN "MemberId" IS NULL THEN 0 ELSE 1 END AS "MemberReceipts", "Gross", "Discount",
                "Redeemed", "Net", CASE WHEN "MemberId" IS NULL THEN 0 ELSE "Net" END AS "MemberNet", 0 AS "Refunds", 0 AS "MemberRefunds", 0 AS "Units"
            FROM "Receipts" WHERE "PartnerId" IS NULL
            UNION ALL
            SELECT "Day", "Store", 0, 0, 0, 0, 0, 0, 0, "Refund", CASE WHEN "MemberId" IS NULL THEN 0 ELSE "Refund" END, 0
            FROM "Returns" WHERE "PartnerId" IS NULL
            UNION ALL
            SELECT r."Day", r."Store", 0, 0, 0, 0, 0, 0, 0, 0, 0, l."Quantity"
            FROM "ReceiptLines" l JOIN "Receipts" r ON r."Id" = l."ReceiptId" WHERE r."PartnerId" IS NULL
        ) s
        GROUP BY s."Day", s."Store"
        """;

    public static string Points(SqlProvider sql) => """
        SELECT "Day", "Kind", "Block", SUM("Points") AS "Points" FROM "LedgerEntries" GROUP BY "Day", "Kind", "Block"
        """;

    /// <summary>Members without a receipt have no cohort: their refunds are left out.</summary>
    public static string Cohorts(SqlProvider sql) => $"""
        SELECT m."Cohort", m."Month", SUM(CASE WHEN m."Receipts" > 0 THEN 1 ELSE 0 END) AS "Active", SUM(m."Receipts") AS "Receipts", SUM(m."Revenue") AS "Revenue"
        FROM (
            SELECT f."Cohort", b."MemberId", b."Month", SUM(b."Sale") AS "Receipts", SUM(b."Revenue") AS "Revenue"
            FROM (
                SELECT "MemberId", {sql.MonthOf("\"Day\"")} AS "Month", 1 AS "Sale", "Net" AS "Revenue" FROM "Receipts" WHERE "MemberId" IS NOT NULL AND "PartnerId" IS NULL
                UNION ALL
                SELECT "MemberId", {sql.MonthOf("\"Day\"")}, 0, -"Refund" FROM "Returns" WHERE "MemberId" IS NOT NULL AND "PartnerId" IS NULL
            ) b
            JOIN (
                SELECT "MemberId", {sql.MonthOf("MIN(\"Day\")")} AS "Cohort" FROM "Receipts" WHERE "MemberId" IS NOT NULL AND "PartnerId" IS NULL GROUP BY "MemberId"
            ) f ON f."MemberId" = b."MemberId"
            GROUP BY f."Cohort", b."MemberId", b."Month"
        ) m
        GROUP BY m."Cohort", m."Month"
        """;
}
