using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform.Csv;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace LoyaltyAdmin.Tests.Features.Imports;

/// <summary>The same members from files of other kinds, and members who are here already.</summary>
public sealed class MemberFilesTests(ITestOutputHelper output) : ImportTest
{
    private static readonly (string Id, string Phone, string Email, string Last, DateTime? Born)[] People =
    [
        ("007", "+7 916 123-45-67", "anna@example.com", "Иванова", new DateTime(1990, 1, 5)),
        ("8", "8 (912) 000-11-22", "", "Щукин; мл.", null),
        ("9", "79031112233", "petrov@example.com", "Петров", new DateTime(1985, 12, 31)),
        ("10", "not a phone", "", "Никто", null),
    ];

    [Fact]
    public async Task A_workbook_and_a_semicolon_file_of_windows_bring_the_same_members()
    {
        var fromCsv = await ImportAsync(Csv());
        var first = await MembersAsync();
        var again = await ImportAsync(Workbook());

        using var other = new OtherPortal();
        await other.InitializeAsync();
        var fromWorkbook = await other.ImportAsync(Workbook());

        Assert.Equal((4, 3, 1), (fromCsv.Rows, fromCsv.Accepted, fromCsv.Rejected));
        Assert.Equal((3, 1), (again.Skipped, again.Rejected));
        Assert.Equal((4, 3, 1), (fromWorkbook.Rows, fromWorkbook.Accepted, fromWorkbook.Rejected));
        Assert.Equal(first, await other.MembersAsync());
        Assert.Equal(["+79161234567", "+79120001122", "+79031112233"], first.Select(m => m.Phone));
        Assert.Equal("Щукин; мл.", first[1].LastName);
    }

    [Fact]
    public async Task Rows_of_known_members_change_what_is_filled_where_that_is_wanted()
    {
        await ImportAsync("externalId,phone,lastName,card\n1,+79161234567,Иванова,1001\n2,+79120001122,Щукин,\n", ImportKind.Members);
        const string Changes = "externalId,phone,email,lastName,card\n1,,anna@example.com,Петрова,1002\n2,+79120001122,,Щукин,\n,+79120001122,b@example.com,,\n3,+79161234567,,Чужая,\n4,,new@example.com,,\n";

        var refused = await ImportAsync(Changes, ImportKind.Members);
        var trial = await RunAsync(await StartAsync(Encoding.UTF8.GetBytes(Changes), Updating with { DryRun = true }));
        var import = await RunAsync(await StartAsync(Encoding.UTF8.GetBytes(Changes.Replace("4,,new", "5,,newer", StringComparison.Ordinal)), Updating));

        await using var db = Database.CreateDbContext();
        var anna = await db.Members.SingleAsync(m => m.ExternalId == "1");
        Assert.Equal((1, 1, 3), (refused.Accepted, refused.Skipped, refused.Rejected));
        Assert.Equal((0, 2, 2, 1), (trial.NewMembers, trial.ChangedMembers, trial.Skipped, trial.Rejected));
        Assert.Equal((1, 2, 1, 1), (import.NewMembers, import.ChangedMembers, import.Skipped, import.Rejected));
        Assert.Equal(("+79161234567", "anna@example.com", "Петрова", 1), (anna.Phone, anna.Email, anna.LastName, anna.Version));
        Assert.Equal(["1001", "1002"], await db.Cards.Where(c => c.MemberId == anna.Id).OrderBy(c => c.Number).Select(c => c.Number).ToListAsync());
        Assert.Equal("b@example.com", (await db.Members.SingleAsync(m => m.ExternalId == "2")).Email);
        Assert.Equal("Members.PhoneTaken", Assert.Single(ErrorsOf(import.Id)).Reason.Code);
    }

    [Fact]
    public async Task A_stop_between_batches_registers_nobody_twice_and_leaves_nobody_out()
    {
        var id = await StartAsync(Many(1800), ImportKind.Members);
        using (var stop = new CancellationTokenSource())
        {
            Database.Get<ImportBoard>().Changed += StopAfterFirst;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database.Get<RunImport>().ExecuteAsync(id, stop.Token));
            Database.Get<ImportBoard>().Changed -= StopAfterFirst;

            void StopAfterFirst(int importId)
            {
                if (DetailsAsync(importId).Result.Accepted > 0)
                {
                    stop.Cancel();
                }
            }
        }

        var between = await DetailsAsync(id);
        var end = await RunAsync(id);

        Assert.Equal(ImportStatus.Running, between.Status);
        Assert.InRange(between.Accepted, 1, 1799);
        Assert.Equal((ImportStatus.Done, 1800, 1800, 0, 1800), (end.Status, end.Rows, end.Accepted, end.Skipped, end.NewMembers));
        Assert.Equal(1800, (await StateAsync()).Members);
    }

    [Fact]
    public async Task Members_in_batches_come_many_times_faster_than_one_by_one()
    {
        var one = Stopwatch.StartNew();
        for (var i = 0; i < 200; i++)
        {
            await Database.Get<RegisterMember>().ExecuteAsync(
                Marketer, new MemberRegistration { Profile = new MemberProfile { ExternalId = $"single-{i}", Phone = $"+7916{i:0000000}" } }, default);
        }

        var perSecond = 200 / one.Elapsed.TotalSeconds;
        var id = await StartAsync(Many(4000), ImportKind.Members);
        var batches = Stopwatch.StartNew();
        var import = await RunAsync(id);
        var inBatches = 4000 / batches.Elapsed.TotalSeconds;

        output.WriteLine($"one by one {perSecond:0} per second, in batches {inBatches:0}");
        Assert.Equal(4000, import.NewMembers);
        Assert.True(inBatches > perSecond, $"{inBatches:0} per second in batches, {perSecond:0} one by one");
    }

    private static ImportOrder Updating => new() { Kind = ImportKind.Members, UpdateKnown = true };

    private static string Many(int count)
    {
        var csv = new StringBuilder("externalId,phone,lastName\n");
        for (var i = 0; i < count; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"m{i},+7903{i:0000000},Name {i}\n");
        }

        return csv.ToString();
    }

    private static byte[] Csv()
    {
        TextEncodings.Register();
        var csv = new StringBuilder("Код;Телефон;Почта;Фамилия;Дата рождения\r\n");
        foreach (var (id, phone, email, last, born) in People)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{id};{phone};{email};\"{last}\";{born:dd.MM.yyyy}\r\n");
        }

        return Encoding.GetEncoding(1251).GetBytes(csv.ToString());
    }

    private static byte[] Workbook()
    {
        using var workbook = new XLWorkbook();
        workbook.AddWorksheet("hidden").Hide();
        var sheet = workbook.AddWorksheet("Участники");
        foreach (var (header, column) in new[] { "Код", "Телефон", "Почта", "Фамилия", "Дата рождения" }.Select((h, i) => (h, i + 1)))
        {
            sheet.Cell(1, column).Value = header;
        }

        foreach (var (person, row) in People.Select((p, i) => (p, i + 2)))
        {
            sheet.Cell(row, 1).SetValue(person.Id);
            if (person.Phone.All(char.IsAsciiDigit))
            {
                sheet.Cell(row, 2).SetValue(double.Parse(person.Phone, CultureInfo.InvariantCulture));
            }
            else
            {
                sheet.Cell(row, 2).SetValue(person.Phone);
            }

            sheet.Cell(row, 3).SetValue(person.Email);
            sheet.Cell(row, 4).SetValue(person.Last);
            if (person.Born is { } born)
            {
                sheet.Cell(row, 5).SetValue(born);
            }
        }

        var file = new MemoryStream();
        workbook.SaveAs(file);
        return file.ToArray();
    }

    private async Task<ImportRow> ImportAsync(byte[] file) => await RunAsync(await StartAsync(file, new ImportOrder { Kind = ImportKind.Members }));

    private async Task<List<(string?, string? Phone, string?, string? LastName, DateOnly?)>> MembersAsync()
    {
        await using var db = Database.CreateDbContext();
        return [.. (await db.Members.OrderBy(m => m.Id).ToListAsync()).Select(m => (m.ExternalId, m.Phone, m.Email, m.LastName, m.BirthDate))];
    }

    /// <summary>A second portal, to compare with.</summary>
    private sealed class OtherPortal : ImportTest, IDisposable
    {
        public async Task<ImportRow> ImportAsync(byte[] file) => await RunAsync(await StartAsync(file, new ImportOrder { Kind = ImportKind.Members }));

        public async Task<List<(string?, string?, string?, string?, DateOnly?)>> MembersAsync()
        {
            await using var db = Database.CreateDbContext();
            return [.. (await db.Members.OrderBy(m => m.Id).ToListAsync()).Select(m => (m.ExternalId, m.Phone, m.Email, m.LastName, m.BirthDate))];
        }

        public void Dispose() => DisposeAsync().GetAwaiter().GetResult();
    }
}
