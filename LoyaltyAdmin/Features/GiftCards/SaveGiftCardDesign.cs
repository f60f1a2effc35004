using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Makes a design or changes one; cards that are sold look like it from then on.</summary>
public sealed class SaveGiftCardDesign(IDbContextFactory<LoyaltyDbContext> databases, IdSource ids)
{
    /// <summary>What a design is to be.</summary>
    public sealed record Wanted(string Name, GiftCardPicture Picture, string Colour, string Text);

    /// <summary>The number of the design, or the first thing that is wrong.</summary>
    /// <param name="actor">Needs <see cref="Permission.GiftCardsEdit"/>.</param>
    /// <param name="id">Null for a new one.</param>
    /// <param name="wanted">What it is to be.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<Result<long>> ExecuteAsync(Actor actor, long? id, Wanted wanted, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        if (GiftCardDesign.Check(wanted.Name, wanted.Colour, wanted.Text) is [var problem, ..])
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var design = id is null
            ? new GiftCardDesign { Id = ids.Next<GiftCardDesign>(), Name = "", Colour = "" }
            : await db.GiftCardDesigns.SingleOrDefaultAsync(d => d.Id == id, ct);
        if (design is null)
        {
            return new Rejection("GiftCards.DesignUnknown");
        }

        if (id is null)
        {
            db.Add(design);
        }

        (design.Name, design.Picture, design.Colour, design.Text) = (wanted.Name.Trim(), wanted.Picture, wanted.Colour, wanted.Text.Trim());
        design.Version++;
        db.Author = actor.Name;
        try
        {
            await db.SaveChangesAsync(ct);
            return design.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Rejection("Common.ChangedByAnother");
        }
    }
}
