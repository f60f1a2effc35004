namespace LoyaltyAdmin.Domain.Imports;

/// <summary>Which fields a file of each kind may have, which it must have, and by what names columns are known.</summary>
public static class ImportFields
{
    private static readonly Dictionary<ImportKind, ImportField[]> Known = new()
    {
        [ImportKind.Receipts] =
        [
            ImportField.ReceiptId, ImportField.OccurredAt, ImportField.OccurredTime, ImportField.Member, ImportField.Store, ImportField.Register, ImportField.Channel,
            ImportField.Line, ImportField.Sku, ImportField.Name, ImportField.Category, ImportField.Quantity, ImportField.Price,
            ImportField.Amount, ImportField.Discount, ImportField.ReturnOf,
        ],
        [ImportKind.Members] =
        [
            ImportField.ExternalId, ImportField.Card, ImportField.Phone, ImportField.Email, ImportField.FirstName, ImportField.LastName,
            ImportField.BirthDate, ImportField.JoinedAt, ImportField.Channel, ImportField.AgreedToOffers,
        ],
        [ImportKind.Balances] = [ImportField.Member, ImportField.Points, ImportField.ActivatesAt, ImportField.ExpiresAt],
        [ImportKind.Goods] = [ImportField.Sku, ImportField.Name, ImportField.Category],
    };

    private static readonly Dictionary<ImportKind, ImportField[][]> Needed = new()
    {
        [ImportKind.Receipts] = [[ImportField.OccurredAt], [ImportField.Price, ImportField.Amount]],
        [ImportKind.Members] = [[ImportField.ExternalId, ImportField.Card, ImportField.Phone, ImportField.Email]],
        [ImportKind.Balances] = [[ImportField.Member], [ImportField.Points]],
        [ImportKind.Goods] = [[ImportField.Sku], [ImportField.Name, ImportField.Category]],
    };

    /// <summary>The fields of a kind of file, in the order in which people expect them.</summary>
    public static IReadOnlyList<ImportField> Of(ImportKind kind) => Known[kind];

    /// <summary>What must be there: of each group at least one.</summary>
    public static IReadOnlyList<IReadOnlyList<ImportField>> Required(ImportKind kind) => Needed[kind];

    /// <summary>The field that a column's name means in a file of this kind; null if none.</summary>
    public static ImportField? Find(ImportKind kind, string column)
    {
        var folded = Fold(column);
        var fields = Known[kind];
        foreach (var field in fields)
        {
            if (Fold(field.ToString()) == folded)
            {
                return field;
            }
        }

        return FieldSynonyms.Meant(folded).Where(meant => Array.IndexOf(fields, meant) >= 0).Cast<ImportField?>().FirstOrDefault();
    }

    /// <summary>The field that a column's name likely means, to be suggested to a person; null if none.</summary>
    public static ImportField? Suggest(ImportKind kind, string column)
    {
        if (Find(kind, column) is { } sure)
        {
            return sure;
        }

        var fields = Known[kind];
        return FieldSynonyms.Perhaps(Fold(column)).Where(meant => Array.IndexOf(fields, meant) >= 0).Cast<ImportField?>().FirstOrDefault();
    }

    /// <summary>Fields whose value may stand for a whole file where no column gives it: the shop that the file is of, the day.</summary>
    public static bool CanBeConstant(ImportField field) => field is ImportField.Store or ImportField.Register or ImportField.Channel
        or ImportField.OccurredAt or ImportField.JoinedAt or ImportField.AgreedToOffers or ImportField.ActivatesAt or ImportField.ExpiresAt
        or ImportField.Category or ImportField.Quantity or ImportField.Points;

    /// <summary>The name of a field as files have it: <c>receiptId</c>.</summary>
    public static string NameOf(ImportField field)
    {
        var name = field.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>A column's name without what people write differently: case, blanks, underscores, hyphens, points, ё.</summary>
    public static string Fold(string column) => string.Concat(column
        .Where(char.IsLetterOrDigit)
        .Select(char.ToLowerInvariant)
        .Select(c => c == 'ё' ? 'е' : c));
}
