using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Makes the sale or the return of the rows that belong together.</summary>
/// <param name="run">Its file's content keys the rows that name no receipt: the same row of the same file is the same receipt.</param>
internal sealed class ReceiptPostings(ImportRun run)
{
    /// <summary>Stands where a row names no SKU.</summary>
    public const string NoSku = "";

    private readonly StringBuilder content = new();

    /// <summary>A posting of rows of one sale or one return.</summary>
    public Result<Posting> Make(IReadOnlyList<ReceiptRow> rows)
    {
        var first = rows[0];
        var key = first.Key ?? string.Create(CultureInfo.InvariantCulture, $"{run.FileHash.AsSpan(0, 16)}:{first.Row}");
        var member = First(rows, r => r.Member) is { } id ? new MemberKey(MemberKeyKind.ExternalId, id) : (MemberKey?)null;
        return first.IsReturn ? Return(rows, key, member) : Sale(rows, key, member);
    }

    private Result<Posting> Sale(IReadOnlyList<ReceiptRow> rows, string key, MemberKey? member)
    {
        var numbers = Numbers(rows, out var twice);
        if (twice > 0)
        {
            return new Rejection("Imports.LineTwice", key, twice.ToString(CultureInfo.InvariantCulture));
        }

        var lines = new ReceiptDraftLine[rows.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var row = rows[i];
            lines[i] = new ReceiptDraftLine
            {
                Line = numbers[i],
                Sku = row.Sku ?? NoSku,
                Name = row.Name,
                Category = row.Category,
                Quantity = row.Quantity,
                Gross = row.Gross,
                Discount = row.Discount,
            };
        }

        if (lines.Length > 1)
        {
            Array.Sort(lines, (a, b) => a.Line.CompareTo(b.Line));
        }

        var draft = new ReceiptDraft
        {
            OccurredAt = rows[0].OccurredAt,
            Store = First(rows, r => r.Store) ?? "",
            Register = First(rows, r => r.Register),
            Channel = First(rows, r => r.Channel),
            Lines = lines,
        };
        content.Clear();
        Write("sale", member?.Value, draft.OccurredAt.Ticks, draft.Store, draft.Register, draft.Channel);
        foreach (var line in lines)
        {
            Write(line.Line, line.Sku, line.Name, line.Category, line.Quantity.Thousandths, line.Gross.Minor, line.Discount.Minor);
        }

        return new SalePosting { Key = key, PayloadHash = Hash(), Member = member, Source = ReceiptSource.Import, ImportId = run.Id, Draft = draft };
    }

    private Result<Posting> Return(IReadOnlyList<ReceiptRow> rows, string key, MemberKey? member)
    {
        var returnOf = First(rows, r => r.ReturnOf);
        var store = First(rows, r => r.Store) ?? "";
        content.Clear();
        Write("return", member?.Value, rows[0].OccurredAt.Ticks, store, returnOf);
        var lines = new ReturnPostingLine[rows.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var row = rows[i];
            var line = new ReturnPostingLine
            {
                // What came back is told by its SKU; the number of the row's own line says it only where there is no SKU.
                Line = row.Sku is null && returnOf is not null ? row.Line : null,
                Sku = row.Sku ?? NoSku,
                Quantity = row.Quantity,
                Refund = row.Gross - row.Discount,
            };
            lines[i] = line;
            Write(line.Line, line.Sku, line.Quantity.Thousandths, line.Refund.Value.Minor);
        }

        return new ReturnPosting
        {
            Key = key,
            PayloadHash = Hash(),
            Member = member,
            Source = ReceiptSource.Import,
            ImportId = run.Id,
            OccurredAt = rows[0].OccurredAt,
            Store = store,
            ReceiptKey = returnOf,
            Lines = lines,
        };
    }

    /// <summary>The numbers of the lines; rows that give none get the next free ones in the order of the file.</summary>
    private static int[] Numbers(IReadOnlyList<ReceiptRow> rows, out int twice)
    {
        twice = 0;
        var numbers = new int[rows.Count];
        if (rows.Count == 1)
        {
            numbers[0] = rows[0].Line ?? 1;
            return numbers;
        }

        var taken = new HashSet<int>();
        foreach (var row in rows)
        {
            if (row.Line is { } number && !taken.Add(number))
            {
                twice = number;
                return numbers;
            }
        }

        var next = 1;
        for (var i = 0; i < numbers.Length; i++)
        {
            while (rows[i].Line is null && !taken.Add(next))
            {
                next++;
            }

            numbers[i] = rows[i].Line ?? next;
        }

        return numbers;
    }

    private static string? First(IReadOnlyList<ReceiptRow> rows, Func<ReceiptRow, string?> field)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (field(rows[i]) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private void Write(params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            content.Append(CultureInfo.InvariantCulture, $"{value}").Append('\u001F');
        }

        content.Append('\u001E');
    }

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
}
