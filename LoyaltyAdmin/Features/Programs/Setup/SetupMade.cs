using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>What the setup has made.</summary>
/// <param name="Version">Number of the conditions that it published.</param>
/// <param name="Refused">What could not be made beside them, and why.</param>
/// <param name="Next">What to do next: key of its words, and where.</param>
public sealed record SetupMade(int Version, IReadOnlyList<Rejection> Refused, IReadOnlyList<(string Key, string Href)> Next);
