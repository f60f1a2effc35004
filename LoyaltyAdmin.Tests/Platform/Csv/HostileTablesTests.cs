using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Tests.Platform.Csv;

/// <summary>Files that are no tables, or tables of the worst kind.</summary>
public sealed class HostileTablesTests
{
    [Fact]
    public void A_letter_in_the_archive_of_a_workbook_is_told_apart() =>
        Assert.Equal(TableProblem.NotAWorkbook, ProblemOf(Archive(("word/document.xml", "<w:document/>"))));

    [Fact]
    public void A_workbook_that_would_unpack_to_far_too_much_is_not_opened()
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var book = zip.CreateEntry("xl/workbook.xml").Open())
            {
                book.Write("<workbook/>"u8);
            }

            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 100; i++)
            {
                sheet.Write(zeros);
            }
        }

        Assert.Equal(TableProblem.Swollen, ProblemOf(archive.ToArray()));
    }

    [Fact]
    public void A_picture_and_a_page_of_print_are_no_tables()
    {
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);

        Assert.Equal(TableProblem.NotATable, ProblemOf([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. noise]));
        Assert.Equal(TableProblem.NotATable, ProblemOf([.. "%PDF-1.7\n"u8, .. noise]));
    }

    [Fact]
    public void Five_thousand_columns_are_too_many() =>
        Assert.Equal(TableProblem.TooManyColumns, ProblemOf(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(1, 5000).Select(i => $"c{i}")) + "\n")));

    [Fact]
    public void A_zero_byte_does_not_make_a_file_something_else()
    {
        using var table = Open([.. "name;amount\nЁж"u8, 0, .. ";7\n"u8]);

        Assert.True(table.Read());
        Assert.Equal("Ёж\0", table[0].ToString());
        Assert.Equal("utf-8", table.Format.Encoding);
    }

    [Fact]
    public void A_person_may_know_encoding_and_delimiter_better()
    {
        TextEncodings.Register();
        var bytes = Encoding.GetEncoding("ibm866").GetBytes("имя|сумма,руб\nЁж|7\n");

        using var table = TableReader.Open(new MemoryStream(bytes), new TableOptions("ibm866", '|'));

        Assert.Equal(["имя", "сумма,руб"], table.Columns);
        Assert.True(table.Read());
        Assert.Equal("Ёж", table[0].ToString());
    }

    [Fact]
    public void The_first_sheet_that_can_be_seen_is_read_or_the_one_that_is_named()
    {
        using var workbook = new XLWorkbook();
        workbook.AddWorksheet("secret").Cell(1, 1).SetValue("hidden").Worksheet.Hide();
        workbook.AddWorksheet("March").Cell(1, 1).SetValue("march");
        workbook.AddWorksheet("April").Cell(1, 1).SetValue("april");
        var file = new MemoryStream();
        workbook.SaveAs(file);

        using var first = Open(file.ToArray());
        using var named = TableReader.Open(new MemoryStream(file.ToArray()), new TableOptions(Sheet: "April"));

        Assert.Equal(["march"], first.Columns);
        Assert.Equal(["March", "April"], first.Format.Sheets);
        Assert.Equal("March", first.Format.Sheet);
        Assert.Equal(["april"], named.Columns);
        Assert.Equal(TableProblem.NoSheet, Assert.Throws<UnreadableTableException>(
            () => TableReader.Open(new MemoryStream(file.ToArray()), new TableOptions(Sheet: "May"))).Problem);
    }

    private static byte[] Archive(params (string Name, string Text)[] parts)
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return archive.ToArray();
    }

    private static TableReader Open(byte[] bytes) => TableReader.Open(new MemoryStream(bytes));

    private static TableProblem ProblemOf(byte[] bytes) => Assert.Throws<UnreadableTableException>(() => Open(bytes)).Problem;
}
