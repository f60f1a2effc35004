using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Api.Values;

/// <summary>Points as the API tells them: whole points with the program's decimals, not its smallest parts.</summary>
public static class ApiPoints
{
    private static readonly int[] PartsOfAPoint = [1, 10, 100];

    /// <summary>A number of points for the wire.</summary>
    public static decimal Tell(this LoyaltyProgram program, Points points) => Tell(points.Value, program.PointDecimals);

    /// <summary>So many smallest parts for the wire; sums that do not add up may be negative.</summary>
    public static decimal Tell(long parts, int pointDecimals) => (decimal)parts / PartsOfAPoint[pointDecimals];

    /// <summary>Points from the wire; the number has no more decimals than the program's points.</summary>
    public static Points Read(this LoyaltyProgram program, decimal points) => new((long)(points * PartsOfAPoint[program.PointDecimals]));
}
