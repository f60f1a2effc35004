using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Imports;

namespace LoyaltyAdmin.Tests.Features.Imports;

public sealed class ReceiptImportTests : ImportTest
{
    [Fact]
    public async Task Rows_of_one_receipt_are_one_wherever_they_stand()
    {
        var import = await ImportAsync(Lines(
            "receiptId,occurredAt,member,store,line,sku,name,category,quantity,price,amount,discount",
            "R2,2026-01-06T10:00:00Z,anna,Nord,1,TEA,Tea,Drinks,1,80,,",
            "R1,2026-01-05T10:00:00Z,anna,Nord,2,BREAD,Bread,Food,2,30,60,5",
            "R1,2026-01-05T10:00:00Z,anna,Nord,1,MILK,Milk,Food,0.5,,45.50,"));

        var receipts = await ReceiptsAsync();
        Assert.Equal((ImportStatus.Done, 3, 3, 0, 0), (import.Status, import.Rows, import.Accepted, import.Skipped, import.Rejected));
        Assert.Equal(["R1", "R2"], receipts.Select(r => r.Key));
        Assert.Equal([("MILK", 500L, 4550L), ("BREAD", 2000L, 6000L)], receipts[0].Lines.Select(l => (l.Sku, l.Quantity.Thousandths, l.Gross.Minor)));
        Assert.Equal((105.50m, 5m, 100.50m), (receipts[0].Gross.Amount, receipts[0].Discount.Amount, receipts[0].Net.Amount));
        Assert.Equal(5, receipts[0].Accrued.Value);
        Assert.Single(receipts.Select(r => r.MemberId).Distinct());
    }

    [Fact]
    public async Task Without_receipt_ids_each_row_is_a_receipt_in_the_programs_time()
    {
        var import = await ImportAsync(Lines("Дата;Клиент;Сумма", "05.01.2026 00:30;анна;1 234,50", "20260105;борис;0"));

        var receipts = await ReceiptsAsync();
        Assert.Equal(2, import.Accepted);
        Assert.Equal(2, receipts.Count);
        Assert.All(receipts, r => Assert.Equal(new DateOnly(2026, 1, 5), r.Day));
        Assert.Contains(receipts, r => r.Gross.Amount == 1234.50m && r.Accrued.Value == 61);
        Assert.Contains(receipts, r => r.Gross.IsZero);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        const string WithoutIds = "occurredAt,member,amount\n2026-01-05,anna,100\n2026-01-05,anna,100\n2026-01-07,anna,-30\n";
        const string WithIds = "receiptId,occurredAt,member,sku,amount\nA,2026-01-05,boris,X,100\nB,2026-01-07,boris,X,-30\n";
        await ImportAsync(WithoutIds);
        await ImportAsync(WithIds);
        var before = await StateAsync();

        var first = await ImportAsync(WithoutIds);
        var second = await ImportAsync(WithIds);

        Assert.Equal((0, 3, 0), (first.Accepted, first.Skipped, first.Rejected));
        Assert.Equal((0, 2, 0), (second.Accepted, second.Skipped, second.Rejected));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_bad_row_says_why_and_stops_no_other()
    {
        var import = await ImportAsync(Lines(
            "receiptId,occurredAt,member,line,amount",
            "A,2026-01-05,anna,1,100",
            "B,someday,anna,1,100",
            "C,2026-01-05,anna,1,12.345",
            "D,2026-01-05,anna,1",
            "E,2026-01-05,anna,1,5,6",
            "F,2026-01-05,\"anna,1,5",
            "G,2026-01-05,anna,1,",
            "H,2026-01-05,anna,1,10",
            "H,2026-01-06,anna,2,10",
            "I,2026-01-05,anna,1,10",
            "I,2026-01-05,anna,1,10",
            "K,2026-01-05,anna,1,10",
            "K,2026-01-05,anna,x,10"));

        Assert.Equal((ImportStatus.Done, 13, 1, 12), (import.Status, import.Rows, import.Accepted, import.Rejected));
        Assert.Equal(
            [
                (3, "Imports.NotAnInstant"), (4, "Imports.TooManyDecimals"), (5, "Imports.TooFewCells"), (6, "Imports.TooManyCells"),
                (7, "Imports.MalformedRow"), (8, "Imports.AmountMissing"), (9, "Imports.RowsContradict"), (10, "Imports.RowsContradict"),
                (11, "Imports.LineTwice"), (12, "Imports.LineTwice"), (13, "Imports.OtherRowWrong"), (14, "Imports.NotANumber"),
            ],
            ErrorsOf(import.Id).Select(e => (e.Row, e.Reason.Code)));
        Assert.Equal(["I", "2026-01-05", "anna", "1", "10"], ErrorsOf(import.Id).Single(e => e.Row == 11).Cells);
        Assert.Equal(["A"], (await ReceiptsAsync()).Select(r => r.Key));
    }

    [Fact]
    public async Task Errors_are_downloaded_with_the_row_and_words_and_without_formulas()
    {
        var import = await ImportAsync("occurredAt,member,amount\nsomeday,=1+1,-5\n");
        var file = new MemoryStream();

        await Database.Get<ImportQueries>().WriteErrorsAsync(Marketer, import.Id, file, default);

        var text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        Assert.StartsWith("\uFEFFoccurredAt;member;amount;Row of the file;Reason\r\nsomeday;'=1+1;-5;2;", text);
        Assert.DoesNotContain("Imports.", text);
    }

    [Fact]
    public async Task Unknown_members_are_refused_unless_they_are_to_be_registered()
    {
        const string File = "receiptId,occurredAt,member,amount\nA,2026-01-05,anna,100\nB,2026-01-05,,100\n";

        var strict = await ImportAsync(File, registerUnknown: false);
        var generous = await ImportAsync(File, registerUnknown: true);

        Assert.Equal((1, 0, 1), (strict.Accepted, strict.Skipped, strict.Rejected));
        Assert.Equal("Members.Unknown", Assert.Single(ErrorsOf(strict.Id)).Reason.Code);
        Assert.Equal((1, 1, 0), (generous.Accepted, generous.Skipped, generous.Rejected));
    }

    [Fact]
    public async Task A_trial_run_says_what_would_happen_and_does_nothing()
    {
        await ImportAsync("receiptId,occurredAt,member,amount\nA,2026-01-05,anna,100\n");
        var before = await StateAsync();

        var trial = await ImportAsync(
            "receiptId,occurredAt,member,amount\nA,2026-01-05,anna,100\nA2,2026-01-05,boris,10\nA3,2026-01-05,anna,x\nA4,2026-01-05,anna,7\n",
            dryRun: true,
            registerUnknown: false);
        var other = await ImportAsync("receiptId,occurredAt,member,amount\nA,2026-01-05,anna,101\n", dryRun: true);

        Assert.Equal((4, 1, 1, 2), (trial.Rows, trial.Accepted, trial.Skipped, trial.Rejected));
        Assert.Equal("Receipts.PayloadConflict", Assert.Single(ErrorsOf(other.Id)).Reason.Code);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_file_that_makes_no_sense_is_refused_at_the_door()
    {
        var start = Database.Get<StartImport>();
        var order = new ImportOrder { Kind = ImportKind.Receipts };

        var noColumn = await start.ExecuteAsync(Marketer, "a.csv", new MemoryStream("a,b\n1,2"u8.ToArray()), order, default);
        var empty = await start.ExecuteAsync(Marketer, "a.csv", new MemoryStream(), order, default);
        var mapping = ImportPlan.Read("[1]");

        Assert.Equal("Imports.MissingColumn", noColumn.Rejection?.Code);
        Assert.Equal("Imports.EmptyFile", empty.Rejection?.Code);
        Assert.Equal("Imports.BadMapping", mapping.Rejection?.Code);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(Folder.SourceOf(1))!));
    }

    [Fact]
    public async Task A_mapping_names_the_columns()
    {
        var import = await ImportAsync("when|,who,how much\n2026-01-05,anna,7\n", mapping: """{"when|":"occurredAt","who":"member","how much":"amount"}""");

        Assert.Equal(1, import.Accepted);
    }

    [Fact]
    public async Task Nothing_of_the_file_stays_when_it_is_done()
    {
        var import = await ImportAsync("occurredAt,amount\n2026-01-05,7\n");

        Assert.False(File.Exists(Folder.SourceOf(import.Id)));
        Assert.False(File.Exists(Folder.StagingOf(import.Id)));
    }
}
