namespace LoyaltyAdmin.Domain.Imports;

/// <summary>By what names tills, shops and earlier systems know the fields, in Russian and English, without blanks and signs.</summary>
internal static class FieldSynonyms
{
    /// <summary>Names that leave no doubt: they need no mapping.</summary>
    private static readonly ILookup<string, ImportField> Plain = Of(new()
    {
        [ImportField.ReceiptId] = "чек номерчека чекid receipt receiptnumber",
        [ImportField.OccurredAt] = "дата датавремя датаивремя датачека датапокупки date datetime",
        [ImportField.Member] = "участник клиент покупатель customer customerid memberid",
        [ImportField.Store] = "магазин",
        [ImportField.Register] = "касса",
        [ImportField.Channel] = "канал",
        [ImportField.Line] = "строка позиция номерстроки",
        [ImportField.Sku] = "артикул кодтовара",
        [ImportField.Name] = "наименование название товар",
        [ImportField.Category] = "категория",
        [ImportField.Quantity] = "количество колво qty",
        [ImportField.Price] = "цена",
        [ImportField.Amount] = "сумма стоимость total",
        [ImportField.Discount] = "скидка",
        [ImportField.ReturnOf] = "возвратчека возвратпочеку",
        [ImportField.ExternalId] = "внешнийкод код",
        [ImportField.Card] = "карта номеркарты",
        [ImportField.Phone] = "телефон",
        [ImportField.Email] = "почта эпочта элпочта электроннаяпочта",
        [ImportField.FirstName] = "имя",
        [ImportField.LastName] = "фамилия",
        [ImportField.BirthDate] = "датарождения деньрождения",
        [ImportField.JoinedAt] = "датавступления датарегистрации",
        [ImportField.AgreedToOffers] = "согласие согласиенарассылку consent",
        [ImportField.Points] = "баллы баланс balance",
        [ImportField.ActivatesAt] = "активны датаактивации",
        [ImportField.ExpiresAt] = "сгорают датасгорания",
    });

    /// <summary>Names that likely mean a field. A person is asked, and the kind of file decides where one name has several meanings.</summary>
    private static readonly ILookup<string, ImportField> Likely = Of(new()
    {
        [ImportField.ReceiptId] =
            "idчека кодчека заказ номерзаказа receiptno basket basketid order orderid ordernumber check checkid transaction " +
            "transactionid invoice invoiceid документ номердокумента",
        [ImportField.OccurredAt] = "датапродажи датазаказа timestamp transactiontimestamp transactiondate purchasedate orderdate saledate",
        [ImportField.OccurredTime] = "время времячека времяпокупки time purchasetime transactiontime",
        [ImportField.Member] =
            "кодклиента кодучастника idклиента idучастника клиентid member client clientid household householdid userid " +
            "внешнийкод externalid",
        [ImportField.Store] = "кодмагазина магазинid торговаяточка точкапродаж филиал store storeid shop shopid outlet branch",
        [ImportField.Register] = "номеркассы registerid till pos terminal",
        [ImportField.Channel] = "каналпродаж источник source",
        [ImportField.Line] = "номерпозиции lineno linenumber position",
        [ImportField.Sku] = "товарid idтовара номенклатура штрихкод product productid itemid item article barcode ean productcode код code",
        [ImportField.Name] = "наименованиетовара названиетовара productname itemname description title",
        [ImportField.Category] = "категориятовара группа группатоваров товарнаягруппа отдел department productcategory group categoryname",
        [ImportField.Quantity] = "кол units count шт",
        [ImportField.Price] = "ценазаединицу ценазашт unitprice",
        [ImportField.Amount] = "суммастроки суммапозиции итого выручка sum salesvalue linetotal amountpaid revenue",
        [ImportField.Discount] = "суммаскидки discountamount",
        [ImportField.ReturnOf] = "исходныйчек originalreceipt returnofreceipt",
        [ImportField.ExternalId] =
            "id кодклиента кодучастника idклиента idучастника клиентid customerid memberid clientid householdid userid customer " +
            "member code",
        [ImportField.Card] = "картаклиента дисконтнаякарта cardnumber cardno loyaltycard",
        [ImportField.Phone] = "номертелефона мобильный мобильныйтелефон моб тел phonenumber mobile mobilephone cell tel",
        [ImportField.Email] = "имейл емейл адресэлектроннойпочты mail emailaddress",
        [ImportField.FirstName] = "given givenname name",
        [ImportField.LastName] = "surname familyname",
        [ImportField.BirthDate] = "др birthday dateofbirth dob birth",
        [ImportField.JoinedAt] = "зарегистрирован joined joindate registered registeredat registrationdate createdat",
        [ImportField.AgreedToOffers] = "рассылка optin marketingconsent subscribed",
        [ImportField.Points] = "остаток бонусы остатокбаллов количествобаллов bonus bonuses pointsbalance",
        [ImportField.ActivatesAt] = "activation activationdate",
        [ImportField.ExpiresAt] = "срокдействия expiry expirydate expires expirationdate",
    });

    /// <summary>The fields that a folded name means without doubt.</summary>
    public static IEnumerable<ImportField> Meant(string folded) => Plain[folded];

    /// <summary>The fields that a folded name may mean, the likelier first.</summary>
    public static IEnumerable<ImportField> Perhaps(string folded) => Plain[folded].Concat(Likely[folded]);

    private static ILookup<string, ImportField> Of(Dictionary<ImportField, string> words) => words
        .SelectMany(w => w.Value.Split(' ').Select(word => (Word: word, Field: w.Key)))
        .ToLookup(w => w.Word, w => w.Field);
}
