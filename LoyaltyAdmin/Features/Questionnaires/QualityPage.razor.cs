namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>Whom stores and cashiers brought, and how many of their questionnaires are worth something.</summary>
public sealed partial class QualityPage
{
    private QualityBy By => new Uri(Navigation.Uri).AbsolutePath == QualityTable.PathOf(QualityBy.Cashier) ? QualityBy.Cashier : QualityBy.Store;
}
