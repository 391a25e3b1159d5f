using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.SampleBooks;

/// <summary>Repeat units that a weighed polymer consists of, and how many moles of them are in it.</summary>
/// <param name="MolarMass">Mass per mole of repeat units, what is grafted on them included [kg/mol].</param>
public sealed record RepeatUnits(double MolarMass)
{
    // IUPAC standard atomic weights (2021), g/mol.
    private const double C = 12.011, H = 1.008, N = 14.007, O = 15.999, F = 18.998;

    private static readonly Dictionary<string, double> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vinylidene fluoride"] = 2 * C + 2 * H + 2 * F,
        ["hexafluoropropylene"] = 3 * C + 6 * F,
        ["ethyleneimine"] = 2 * C + 5 * H + N,
        ["acrylic acid"] = 3 * C + 4 * H + 2 * O,
        ["tert-butyl acrylate"] = 7 * C + 12 * H + 2 * O,
        ["ethylene oxide"] = 2 * C + 4 * H + O,
        ["styrene"] = 8 * C + 8 * H,
        ["butadiene"] = 4 * C + 6 * H,
    };

    /// <summary>Names of the repeat units that are known.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>A known repeat unit.</summary>
    /// <returns>Null where it is not known.</returns>
    public static RepeatUnits? Of(string name) => Known.TryGetValue(name, out double mass) ? new RepeatUnits(mass / 1000) : null;

    /// <summary>The same units with side units grafted on them.</summary>
    /// <param name="side">What is grafted.</param>
    /// <param name="perUnit">Side units per unit of the backbone.</param>
    public RepeatUnits With(RepeatUnits side, double perUnit)
    {
        ArgumentNullException.ThrowIfNull(side);
        return new RepeatUnits(MolarMass + perUnit * side.MolarMass);
    }

    /// <summary>Moles of the units in a mass [mol].</summary>
    public Estimate In(Estimate mass) => mass.Times(1 / MolarMass);
}

/// <summary>Moles of one component per mole of another, such as amine groups of PEI per vinylidene fluoride.</summary>
/// <param name="Name">What it is the ratio of.</param>
/// <param name="Top">Amount that is divided [mol].</param>
/// <param name="Bottom">Amount that divides [mol].</param>
public sealed record MoleRatio(string Name, Estimate Top, Estimate Bottom)
{
    /// <summary>The ratio.</summary>
    public Estimate Value => ErrorPropagation.Quotient(Top, Bottom);
}
