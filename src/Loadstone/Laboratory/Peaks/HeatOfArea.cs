using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Peaks;

/// <summary>The heat that the area of a heat flow is.</summary>
public static class HeatOfArea
{
    /// <summary>Heat per mass, or heat where no mass is known: ∫ P dt, with dt = dT/β over temperature.</summary>
    /// <param name="found">The area.</param>
    /// <param name="rate">Heating rate β [K/s], or null.</param>
    /// <param name="mass">Mass of the sample [kg], or null.</param>
    /// <returns>The heat, or null where the signal is no heat flow, or runs over temperature without a heating rate.</returns>
    public static NamedEstimate? Of(AreaAnalysis found, Estimate? rate, Estimate? mass)
    {
        ArgumentNullException.ThrowIfNull(found);
        (string x, string y) = (found.Trace.X.Unit, found.Trace.Y.Unit);
        bool isSpecific = QuantityKinds.SpecificPower.HasUnit(y), isOverTime = QuantityKinds.Time.HasUnit(x);
        if (!isSpecific && !QuantityKinds.Power.HasUnit(y)) return null;
        if (!isOverTime && !(rate is not null && QuantityKinds.TemperatureDifference.HasUnit(x))) return null;
        double power = isSpecific ? QuantityKinds.SpecificPower.FromUnit(1, y) : QuantityKinds.Power.FromUnit(1, y);
        double width = isOverTime ? QuantityKinds.Time.FromUnit(1, x) : QuantityKinds.TemperatureDifference.FromUnit(1, x);
        Estimate heat = found.Area.Times(power * width);
        if (!isOverTime) heat = ErrorPropagation.Quotient(heat, rate!.Value);
        if (!isSpecific && mass is { } m) return new NamedEstimate("heat", ErrorPropagation.Quotient(heat, m), QuantityKinds.SpecificEnergy, "J/g");
        return isSpecific ? new NamedEstimate("heat", heat, QuantityKinds.SpecificEnergy, "J/g") : new NamedEstimate("heat", heat, QuantityKinds.Energy, "J");
    }
}
