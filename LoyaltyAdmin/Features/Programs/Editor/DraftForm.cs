using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>Conditions while they are edited: what was saved, what is entered, and what is wrong with it.</summary>
public sealed class DraftForm
{
    private readonly HashSet<string> unreadable = [];
    private readonly int programDecimals;

    /// <summary>Begins with conditions as they are stored.</summary>
    /// <param name="saved">The draft, or what is in force where there is none.</param>
    /// <param name="fallback">Conditions without an error, for the example while the stored ones have some.</param>
    /// <param name="programDecimals">Decimals of the program's points now.</param>
    /// <param name="decimalsFixed">Whether points were issued, so that their decimals stay.</param>
    public DraftForm(ProgramConditions saved, ProgramConditions fallback, int programDecimals, bool decimalsFixed)
    {
        (Saved, Conditions, LastValid) = (saved, saved, fallback);
        (this.programDecimals, DecimalsFixed) = (programDecimals, decimalsFixed);
        Check();
    }

    public event Action? Changed;

    public ProgramConditions Saved { get; private set; }

    public ProgramConditions Conditions { get; private set; }

    /// <summary>The last conditions without an error: the example is computed with them.</summary>
    public ProgramConditions LastValid { get; private set; }

    public IReadOnlyList<Rejection> Errors { get; private set; } = [];

    public IReadOnlyList<Rejection> Warnings { get; private set; } = [];

    public bool DecimalsFixed { get; }

    public int PointDecimals => Conditions.Unit.Decimals ?? programDecimals;

    /// <summary>Decimals of a point that go with <see cref="LastValid"/>.</summary>
    public int ValidDecimals => LastValid.Unit.Decimals ?? programDecimals;

    /// <summary>Whether leaving would lose something.</summary>
    public bool Dirty => Conditions != Saved || unreadable.Count > 0;

    /// <summary>Whether something was typed that is no number.</summary>
    public bool HasUnreadable => unreadable.Count > 0;

    public void Set(ProgramConditions conditions)
    {
        Conditions = conditions;
        Check();
        Changed?.Invoke();
    }

    public void Accrual(Func<AccrualConditions, AccrualConditions> change) => Set(Conditions with { Accrual = change(Conditions.Accrual) });

    public void Discount(Func<DiscountConditions, DiscountConditions> change) => Set(Conditions with { Discount = change(Conditions.Discount) });

    public void Tiers(Func<TierConditions, TierConditions> change) => Set(Conditions with { Tiers = change(Conditions.Tiers) });

    public void Referral(Func<ReferralConditions, ReferralConditions> change) => Set(Conditions with { Referral = change(Conditions.Referral) });

    public void Joining(Func<JoiningConditions, JoiningConditions> change) => Set(Conditions with { Joining = change(Conditions.Joining) });

    public void Activation(Func<ActivationConditions, ActivationConditions> change) =>
        Set(Conditions with { Activation = change(Conditions.Activation) });

    public void Redemption(Func<RedemptionConditions, RedemptionConditions> change) =>
        Set(Conditions with { Redemption = change(Conditions.Redemption) });

    public void Expiry(Func<ExpiryConditions, ExpiryConditions> change) => Set(Conditions with { Expiry = change(Conditions.Expiry) });

    public void Returns(Func<ReturnConditions, ReturnConditions> change) => Set(Conditions with { Returns = change(Conditions.Returns) });

    public void Unit(Func<PointsUnit, PointsUnit> change) => Set(Conditions with { Unit = change(Conditions.Unit) });

    /// <summary>Chooses decimals; those that the program has already are no change.</summary>
    public void Divide(int decimals) => Unit(unit => unit with { Decimals = decimals == programDecimals ? null : decimals });

    /// <summary>Takes conditions as stored; what was typed since stays unsaved.</summary>
    public void Accept(ProgramConditions stored)
    {
        Saved = stored;
        Changed?.Invoke();
    }

    /// <summary>Goes back to what is stored.</summary>
    public void Reset()
    {
        unreadable.Clear();
        Set(Saved);
    }

    /// <summary>Marks a field whose text is no number, or clears the mark.</summary>
    public void MarkUnreadable(string setting, bool wrong)
    {
        if (wrong ? unreadable.Add(setting) : unreadable.Remove(setting))
        {
            Changed?.Invoke();
        }
    }

    public IEnumerable<Rejection> ErrorsOf(string setting) => Errors.Where(e => e.Field == setting);

    public IEnumerable<Rejection> WarningsOf(string setting) => Warnings.Where(w => w.Field == setting);

    private void Check()
    {
        Errors = ConditionsValidation.Check(Conditions, PointDecimals);
        Warnings = Errors.Count == 0 ? ConditionsWarnings.Check(Conditions, PointDecimals) : [];
        LastValid = Errors.Count == 0 ? Conditions : LastValid;
    }
}
