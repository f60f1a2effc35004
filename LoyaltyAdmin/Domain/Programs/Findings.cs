using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What a check of conditions has found so far.</summary>
internal sealed class Findings(int pointDecimals)
{
    private const int PercentDecimals = 4;
    private readonly List<Rejection> all = [];

    public IReadOnlyList<Rejection> All => all;

    public int PointDecimals => pointDecimals;

    public void Add(string field, string code, params object[] arguments) =>
        all.Add(new Rejection(code, arguments) { Field = field });

    public void AddIf(bool wrong, string field, string code, params object[] arguments)
    {
        if (wrong)
        {
            Add(field, code, arguments);
        }
    }

    /// <summary>Finds a number outside its bounds, which fill the text's placeholders.</summary>
    public void Range(int value, int least, int most, string field, string code) =>
        AddIf(value < least || value > most, field, code, least, most);

    /// <summary>Finds a choice that its setting does not have.</summary>
    public void Choice<TChoice>(TChoice value, string field)
        where TChoice : struct, Enum => AddIf(!Enum.IsDefined(value), field, ProgramCodes.UnknownChoice);

    /// <summary>Finds points that are finer than those of the program.</summary>
    public void Fineness(decimal? points, string field) =>
        AddIf(points is { } value && Finer(value, pointDecimals), field, ProgramCodes.PointsTooFine, pointDecimals);

    public void PercentFineness(decimal percent, string field) =>
        AddIf(Finer(percent, PercentDecimals), field, ProgramCodes.PercentTooFine, PercentDecimals);

    /// <summary>Finds a cap that lets nothing through, or is too fine.</summary>
    public void Cap(decimal? points, string field)
    {
        AddIf(points <= 0, field, ProgramCodes.CapNotPositive);
        Fineness(points, field);
    }

    public void Goods(GoodsSet goods, string field) =>
        AddIf(goods.Categories.Concat(goods.Skus).Any(string.IsNullOrWhiteSpace), field, ProgramCodes.BlankGood);

    public static bool Finer(decimal value, int decimals) => decimal.Round(value, decimals) != value;
}
