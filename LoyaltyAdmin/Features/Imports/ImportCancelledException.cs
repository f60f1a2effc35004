namespace LoyaltyAdmin.Features.Imports;

/// <summary>Somebody asked the import to stop: it ends here and keeps what is posted.</summary>
public sealed class ImportCancelledException : Exception
{
    public ImportCancelledException()
    {
    }

    public ImportCancelledException(string message)
        : base(message)
    {
    }

    public ImportCancelledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
