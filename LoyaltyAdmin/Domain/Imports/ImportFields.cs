namespace LoyaltyAdmin.Domain.Imports;

/// <summary>Which fields a file of each kind may have, which it must have, and by what names columns are known.</summary>
public static class ImportFields
{
    private static readonly Dictionary<ImportKind, ImportField[]> Known = new()
    {
        [ImportKind.Receipts] =
        [
            ImportField.ReceiptId, ImportField.OccurredAt, ImportField.Member, ImportField.Store, ImportField.Register, ImportField.Channel,
            ImportField.Line, ImportField.Sku, ImportField.Name, ImportField.Category, ImportField.Quantity, ImportField.Price,
            ImportField.Amount, ImportField.Discount, ImportField.ReturnOf,
        ],
        [ImportKind.Members] =
        [
            ImportField.ExternalId, ImportField.Card, ImportField.Phone, ImportField.Email, ImportField.FirstName, ImportField.LastName,
            ImportField.BirthDate, ImportField.JoinedAt, ImportField.Channel, ImportField.AgreedToOffers,
        ],
        [ImportKind.Balances] = [ImportField.Member, ImportField.Points, ImportField.ActivatesAt, ImportField.ExpiresAt],
    };

    private static readonly Dictionary<ImportKind, ImportField[][]> Needed = new()
    {
        [ImportKind.Receipts] = [[ImportField.OccurredAt], [ImportField.Price, ImportField.Amount]],
        [ImportKind.Members] = [[ImportField.ExternalId, ImportField.Card, ImportField.Phone, ImportField.Email]],
        [ImportKind.Balances] = [[ImportField.Member], [ImportField.Points]],
    };

    private static readonly Dictionary<string, ImportField> Synonyms = new()
    {
        ["чек"] = ImportField.ReceiptId,
        ["номерчека"] = ImportField.ReceiptId,
        ["чекid"] = ImportField.ReceiptId,
        ["receipt"] = ImportField.ReceiptId,
        ["receiptnumber"] = ImportField.ReceiptId,
        ["дата"] = ImportField.OccurredAt,
        ["датавремя"] = ImportField.OccurredAt,
        ["датаивремя"] = ImportField.OccurredAt,
        ["датачека"] = ImportField.OccurredAt,
        ["датапокупки"] = ImportField.OccurredAt,
        ["date"] = ImportField.OccurredAt,
        ["datetime"] = ImportField.OccurredAt,
        ["участник"] = ImportField.Member,
        ["клиент"] = ImportField.Member,
        ["покупатель"] = ImportField.Member,
        ["customer"] = ImportField.Member,
        ["customerid"] = ImportField.Member,
        ["memberid"] = ImportField.Member,
        ["магазин"] = ImportField.Store,
        ["касса"] = ImportField.Register,
        ["канал"] = ImportField.Channel,
        ["строка"] = ImportField.Line,
        ["позиция"] = ImportField.Line,
        ["номерстроки"] = ImportField.Line,
        ["артикул"] = ImportField.Sku,
        ["кодтовара"] = ImportField.Sku,
        ["наименование"] = ImportField.Name,
        ["название"] = ImportField.Name,
        ["товар"] = ImportField.Name,
        ["категория"] = ImportField.Category,
        ["количество"] = ImportField.Quantity,
        ["колво"] = ImportField.Quantity,
        ["qty"] = ImportField.Quantity,
        ["цена"] = ImportField.Price,
        ["сумма"] = ImportField.Amount,
        ["стоимость"] = ImportField.Amount,
        ["total"] = ImportField.Amount,
        ["скидка"] = ImportField.Discount,
        ["возвратчека"] = ImportField.ReturnOf,
        ["возвратпочеку"] = ImportField.ReturnOf,
        ["внешнийкод"] = ImportField.ExternalId,
        ["код"] = ImportField.ExternalId,
        ["карта"] = ImportField.Card,
        ["номеркарты"] = ImportField.Card,
        ["телефон"] = ImportField.Phone,
        ["почта"] = ImportField.Email,
        ["эпочта"] = ImportField.Email,
        ["элпочта"] = ImportField.Email,
        ["электроннаяпочта"] = ImportField.Email,
        ["имя"] = ImportField.FirstName,
        ["фамилия"] = ImportField.LastName,
        ["датарождения"] = ImportField.BirthDate,
        ["деньрождения"] = ImportField.BirthDate,
        ["датавступления"] = ImportField.JoinedAt,
        ["датарегистрации"] = ImportField.JoinedAt,
        ["согласие"] = ImportField.AgreedToOffers,
        ["согласиенарассылку"] = ImportField.AgreedToOffers,
        ["consent"] = ImportField.AgreedToOffers,
        ["баллы"] = ImportField.Points,
        ["баланс"] = ImportField.Points,
        ["balance"] = ImportField.Points,
        ["активны"] = ImportField.ActivatesAt,
        ["датаактивации"] = ImportField.ActivatesAt,
        ["сгорают"] = ImportField.ExpiresAt,
        ["датасгорания"] = ImportField.ExpiresAt,
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

        return Synonyms.TryGetValue(folded, out var meant) && Array.IndexOf(fields, meant) >= 0 ? meant : null;
    }

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
