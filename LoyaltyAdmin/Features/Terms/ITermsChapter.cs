using LoyaltyAdmin.Domain.Terms;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>What one feature has to say in the terms. It says nothing where the shop does not use the feature.</summary>
public interface ITermsChapter
{
    /// <summary>Chapters stand in this order.</summary>
    int Place { get; }

    /// <summary>Its sections in the current culture.</summary>
    Task<IReadOnlyList<TermsSection>> WriteAsync(TermsScope scope, CancellationToken ct);
}
