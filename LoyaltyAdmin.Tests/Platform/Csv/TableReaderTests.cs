using System.Text;
using ClosedXML.Excel;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Tests.Platform.Csv;

public sealed class TableReaderTests
{
    static TableReaderTests() => TextEncodings.Register();

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false },
        { "utf-8", true },
        { "utf-16", true },
        { "utf-16", false },
        { "utf-16BE", true },
        { "windows-1251", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_whatever_encoding_it_has(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes("member;name\r\n1;Ёжик в тумане\r\n")];

        var rows = ReadAll(bytes);

        Assert.Equal([["member", "name"], ["1", "Ёжик в тумане"]], rows);
    }

    [Fact]
    public void Cyrillic_of_windows_far_into_a_file_is_still_noticed()
    {
        var text = "a;b\n" + string.Concat(Enumerable.Repeat("1;plain\n", 50_000)) + "2;Щука\n";

        var rows = ReadAll(Encoding.GetEncoding(1251).GetBytes(text));

        Assert.Equal(["2", "Щука"], rows[^1]);
    }

    [Fact]
    public void A_letter_of_two_bytes_across_two_chunks_is_still_utf8()
    {
        var text = "a\n" + new string('x', (1 << 16) - 3) + "Ж\n";

        Assert.EndsWith("Ж", ReadAll(Encoding.UTF8.GetBytes(text))[^1][0]);
    }

    [Theory]
    [InlineData("a,b\n1,2")]
    [InlineData("a;b\n1;2")]
    [InlineData("a\tb\n1\t2")]
    [InlineData("\"a,x\";b\n1;2")]
    [InlineData("sep=;\na;b\n1;2")]
    public void The_delimiter_is_found_out(string text)
    {
        var rows = ReadAll(Encoding.UTF8.GetBytes(text));

        Assert.Equal(["1", "2"], rows[1]);
    }

    [Fact]
    public void Cells_in_quotation_marks_hold_delimiters_marks_and_line_breaks()
    {
        var rows = ReadAll("a,b,c\r\n\"1,5\",\"say \"\"hi\"\"\",\"two\r\nlines\"\r\n,x,\r\n"u8);

        Assert.Equal(["1,5", "say \"hi\"", "two\r\nlines"], rows[1]);
        Assert.Equal(["", "x", ""], rows[2]);
    }

    [Fact]
    public void A_mark_that_is_never_closed_costs_one_row()
    {
        using var table = Open("a,b\n1,\"open\n2,fine\n3,\"bad\"x\n4,fine\n"u8);
        var seen = new List<(int, bool, string)>();
        while (table.Read())
        {
            seen.Add((table.Row, table.IsMalformed, table[0].ToString()));
        }

        Assert.Equal([(2, true, "1,\"open"), (3, false, "2"), (4, true, "3,\"bad\"x"), (5, false, "4")], seen);
    }

    [Fact]
    public void A_mark_left_open_in_a_long_file_costs_one_row_too()
    {
        var text = "a,b\n1,\"open\n" + string.Concat(Enumerable.Range(2, 100_000).Select(i => $"{i},fine\n"));
        using var table = Open(Encoding.UTF8.GetBytes(text));
        var (sound, malformed) = (0, 0);
        while (table.Read())
        {
            _ = table.IsMalformed ? malformed++ : sound++;
        }

        Assert.Equal((100_000, 1), (sound, malformed));
    }

    [Fact]
    public void Empty_rows_are_passed_over_but_counted()
    {
        using var table = Open("a;b\n\n;;\n1;2\n"u8);

        Assert.True(table.Read());
        Assert.Equal(4, table.Row);
        Assert.False(table.Read());
    }

    [Fact]
    public void A_workbook_keeps_its_numbers_and_dates()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("data");
        sheet.Cell(1, 1).Value = "member";
        sheet.Cell(1, 2).Value = "occurredAt";
        sheet.Cell(1, 3).Value = "amount";
        sheet.Cell(2, 1).SetValue("00017");
        sheet.Cell(2, 2).SetValue(new DateTime(1997, 1, 5, 14, 30, 0));
        sheet.Cell(2, 3).SetValue(11.77);
        sheet.Cell(4, 1).SetValue(4_600_000_000_017d);
        sheet.Cell(4, 2).SetValue(35_431d);
        var file = new MemoryStream();
        workbook.SaveAs(file);

        using var table = TableReader.Open(file);

        Assert.Equal(["member", "occurredAt", "amount"], table.Columns);
        Assert.True(table.Read());
        Assert.Equal("00017", table[0].ToString());
        Assert.True(table[1].TryInstant(out var at));
        Assert.Equal(new DateTime(1997, 1, 5, 14, 30, 0), at.Value);
        Assert.Equal(NumberProblem.None, table[2].TryNumber(2, out var amount));
        Assert.Equal(1177, amount);
        Assert.True(table.Read());
        Assert.Equal(4, table.Row);
        Assert.Equal("4600000000017", table[0].ToString());
        Assert.True(table[1].TryInstant(out at));
        Assert.Equal(new DateTime(1997, 1, 1), at.Value);
        Assert.False(table.Read());
    }

    [Fact]
    public void A_damaged_workbook_is_said_to_be_unreadable() =>
        Assert.Throws<UnreadableTableException>(() => Open([0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4]));

    [Fact]
    public void An_empty_file_is_no_table() => Assert.Throws<UnreadableTableException>(() => Open([]));

    private static TableReader Open(ReadOnlySpan<byte> bytes) => TableReader.Open(new MemoryStream(bytes.ToArray()));

    private static List<string[]> ReadAll(ReadOnlySpan<byte> bytes)
    {
        using var table = Open(bytes);
        List<string[]> rows = [[.. table.Columns]];
        while (table.Read())
        {
            var row = new string[table.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = table[i].ToString();
            }

            rows.Add(row);
        }

        return rows;
    }
}
