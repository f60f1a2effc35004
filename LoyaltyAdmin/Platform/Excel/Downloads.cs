using Microsoft.Net.Http.Headers;

namespace LoyaltyAdmin.Platform.Excel;

/// <summary>Answers that are files: written to a temporary file first, then sent from it.</summary>
public static class Downloads
{
    /// <summary>An Excel file of this name (any letters; the ending is added) that the writer fills.</summary>
    public static Task<IResult> ExcelAsync(string name, Action<Stream> write) =>
        ExcelAsync(name, file =>
        {
            write(file);
            return Task.CompletedTask;
        });

    /// <summary>An Excel file of this name (any letters; the ending is added) that the writer fills.</summary>
    public static Task<IResult> ExcelAsync(string name, Func<Stream, Task> write) =>
        FileAsync(name + ExcelFile.Extension, ExcelFile.ContentType, write);

    /// <summary>A file of this name and type that the writer fills. Where the writer fails, nothing is sent of it.</summary>
    public static async Task<IResult> FileAsync(string name, string contentType, Func<Stream, Task> write)
    {
        var file = TempFile.Create();
        try
        {
            await write(file);
            file.Position = 0;
            return new Download(Results.Stream(file, contentType, Clean(name)));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static string Clean(string name) =>
        string.Concat(name.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c));

    /// <summary>The stream's own answer sets length and name (RFC 5987 for other than Latin letters); a report is no one else's to keep.</summary>
    private sealed class Download(IResult stream) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[HeaderNames.CacheControl] = "no-store";
            httpContext.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            return stream.ExecuteAsync(httpContext);
        }
    }
}
