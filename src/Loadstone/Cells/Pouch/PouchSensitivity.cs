namespace Loadstone.Cells.Pouch;

/// <summary>What the energy of a cell per mass and volume owes to one parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="SpecificEnergySlope">d ln(energy per mass)/d ln(parameter): per cent per per cent.</param>
/// <param name="EnergyDensitySlope">The same of <see cref="PouchLedger.EnergyDensity"/>.</param>
/// <param name="SpecificEnergyRange">Energy per mass with the parameter at its low and its high end [J/kg]; not a number where no such cell is possible.</param>
/// <param name="EnergyDensityRange">Energy per volume likewise [J/m³].</param>
public sealed record PouchSensitivity(
    PouchParameter Parameter, double SpecificEnergySlope, double EnergyDensitySlope,
    (double Low, double High) SpecificEnergyRange, (double Low, double High) EnergyDensityRange)
{
    private const double Step = 1e-4; // relative; central differences are then exact to about 1e-8

    /// <summary>The sensitivities of a cell, the widest range of energy per mass first.</summary>
    public static IReadOnlyList<PouchSensitivity> Of(PouchCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return [.. PouchParameter.Of(cell).Select(parameter => Of(cell, parameter)).OrderByDescending(s => Width(s.SpecificEnergyRange))];
    }

    /// <summary>The value of a parameter at which a cell reaches a figure, everything else unchanged.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="figure">The figure of an account: energy per mass, say. Monotone in the parameter.</param>
    /// <param name="target">What it should be.</param>
    /// <param name="low">Least value that is looked at [SI].</param>
    /// <param name="high">Largest value that is looked at [SI].</param>
    /// <returns>The value [SI]; null where none in the range reaches the figure.</returns>
    public static double? ValueFor(PouchCell cell, PouchParameter parameter, Func<PouchLedger, double> figure, double target, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(figure);
        double Distance(double value) => figure(PouchLedger.Of(parameter.Set(cell, value))) - target;
        double atLow = Distance(low), atHigh = Distance(high);
        if (!(atLow * atHigh <= 0)) return null;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if (Distance(middle) * atLow > 0) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    private static PouchSensitivity Of(PouchCell cell, PouchParameter parameter)
    {
        (double Mass, double Volume) At(double value)
        {
            try
            {
                var ledger = PouchLedger.Of(parameter.Set(cell, value));
                return (ledger.SpecificEnergy, ledger.EnergyDensity);
            }
            catch (InputException)
            {
                return (double.NaN, double.NaN);
            }
        }
        (double Mass, double Volume) here = At(parameter.Value), low = At(parameter.Low), high = At(parameter.High);
        (double Mass, double Volume) less = At(parameter.Value * (1 - Step)), more = At(parameter.Value * (1 + Step));
        return new PouchSensitivity(parameter, (more.Mass - less.Mass) / (2 * Step * here.Mass), (more.Volume - less.Volume) / (2 * Step * here.Volume),
            (low.Mass, high.Mass), (low.Volume, high.Volume));
    }

    // A range that is cut short on one side still has a width.
    private static double Width((double Low, double High) range) =>
        double.IsNaN(range.High - range.Low) ? 0 : Math.Abs(range.High - range.Low);
}
