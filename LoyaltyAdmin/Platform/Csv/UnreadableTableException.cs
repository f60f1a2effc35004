namespace LoyaltyAdmin.Platform.Csv;

/// <summary>The file is no table that can be read: damaged, encrypted, or of another kind.</summary>
public sealed class UnreadableTableException : Exception
{
    public UnreadableTableException()
    {
    }

    public UnreadableTableException(string message)
        : base(message)
    {
    }

    public UnreadableTableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UnreadableTableException(TableProblem problem, Exception? innerException = null)
        : base($"The file is no table: {problem}.", innerException) => Problem = problem;

    public TableProblem Problem { get; }
}
