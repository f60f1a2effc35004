using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Csv;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Says as a rejection why a file is no table.</summary>
internal static class TableProblems
{
    public static Rejection ToRejection(this UnreadableTableException exception) => new(CodeOf(exception.Problem), Arguments(exception.Problem)) { Field = "file" };

    public static string CodeOf(TableProblem problem) => problem switch
    {
        TableProblem.Empty => "Imports.EmptyFile",
        TableProblem.Damaged => "Imports.Unreadable",
        _ => $"Imports.{problem}",
    };

    private static object[] Arguments(TableProblem problem) => problem == TableProblem.TooManyColumns ? [TableReader.MostColumns] : [];
}
