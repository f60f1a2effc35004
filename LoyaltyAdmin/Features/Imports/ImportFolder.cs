using System.Security.Cryptography;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using Microsoft.Data.Sqlite;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// Where imports keep their files: beside the SQLite database under its name, for the numbers of imports are the database's
/// own, or where the setting <c>Imports:Folder</c> says. The file itself and its staged rows go when the import ends; what was
/// wrong with its rows stays for download.
/// </summary>
public sealed class ImportFolder
{
    private readonly string folder;

    public ImportFolder(IConfiguration configuration, IHostEnvironment environment)
        : this(configuration["Imports:Folder"] is { Length: > 0 } configured
            ? Path.Combine(environment.ContentRootPath, configured)
            : BesideDatabase(configuration, environment.ContentRootPath))
    {
    }

    /// <summary>Keeps the files in this folder, which is made where it is not there.</summary>
    public ImportFolder(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>The file as it was sent.</summary>
    public string SourceOf(int importId) => Path.Combine(folder, $"{importId}.source");

    /// <summary>The file that an import reads, be it its own or that of its trial.</summary>
    public string SourceOf(ImportRun run) => SourceOf(run.UploadOf ?? run.Id);

    /// <summary>Whether the file of an import is still here.</summary>
    public bool HasSource(ImportRun run) => File.Exists(SourceOf(run));

    /// <summary>Its rows, parsed and ready to be put in order.</summary>
    public string StagingOf(int importId) => Path.Combine(folder, $"{importId}.staging.db");

    /// <summary>What is wrong with its rows.</summary>
    public string ErrorsOf(int importId) => Path.Combine(folder, $"{importId}.errors.db");

    /// <summary>Takes a file in under a passing name, and its SHA-256 with it.</summary>
    public async Task<(string Path, string Hash, long Length)> TakeInAsync(Stream content, CancellationToken ct)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.upload");
        var buffer = new byte[1 << 17];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 17, useAsync: true);
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            await file.FlushAsync(ct);
            return (path, Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Removes the staged rows, and the file unless it is kept for another run of the same upload.</summary>
    public void Clear(ImportRun run, bool keepSource)
    {
        File.Delete(StagingOf(run.Id));
        File.Delete(StagingOf(run.Id) + "-journal");
        if (!keepSource)
        {
            File.Delete(SourceOf(run));
        }
    }

    /// <summary>The uploads that were cut short: files under a passing name, older than this.</summary>
    public void RemoveOrphans(DateTime before)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.upload").Where(path => File.GetLastWriteTimeUtc(path) < before))
        {
            File.Delete(path);
        }
    }

    private static string BesideDatabase(IConfiguration configuration, string contentRoot)
    {
        var isSqlite = (configuration["Database:Provider"] ?? DatabaseRegistration.Sqlite) == DatabaseRegistration.Sqlite;
        var database = isSqlite ? new SqliteConnectionStringBuilder(configuration.GetConnectionString("Loyalty")).DataSource : "";
        return database is "" or ":memory:"
            ? Path.Combine(contentRoot, "App_Data", "imports")
            : Path.ChangeExtension(Path.Combine(contentRoot, database), ".imports");
    }
}
