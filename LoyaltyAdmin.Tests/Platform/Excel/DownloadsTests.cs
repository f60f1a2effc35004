using LoyaltyAdmin.Platform.Excel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Platform.Excel;

public sealed class DownloadsTests
{
    [Fact]
    public async Task A_file_is_sent_whole_under_its_Russian_name_and_then_closed()
    {
        FileStream? written = null;
        var result = await Downloads.ExcelAsync("Чеки 01/02", file =>
        {
            written = (FileStream)file;
            file.Write("content"u8);
        });
        using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };

        await result.ExecuteAsync(context);

        Assert.Equal("content", System.Text.Encoding.UTF8.GetString(body.ToArray()));
        Assert.Equal((ExcelFile.ContentType, 7), (context.Response.ContentType, context.Response.ContentLength));
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        Assert.EndsWith("filename*=UTF-8''%D0%A7%D0%B5%D0%BA%D0%B8%2001-02.xlsx", context.Response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.False(written!.CanRead);
        Assert.False(File.Exists(written.Name));
    }

    [Fact]
    public async Task A_writer_that_fails_leaves_no_file()
    {
        FileStream? written = null;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Downloads.ExcelAsync("x", file =>
        {
            written = (FileStream)file;
            throw new InvalidOperationException();
        }));

        Assert.False(File.Exists(written!.Name));
    }
}
