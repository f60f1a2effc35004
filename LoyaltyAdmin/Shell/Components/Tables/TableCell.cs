namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>Where a row and a column of a list meet.</summary>
public sealed record TableCell<T>(TableColumn<T> Column, T Row);
