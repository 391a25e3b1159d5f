using Loadstone.Quantities;

namespace Loadstone.Web.Bench;

/// <summary>Values in the units of the page, rounded to what a picture needs.</summary>
internal static class BenchUnits
{
    /// <summary>Length [µm].</summary>
    public static double Micrometres(double length) => Math.Round(length * 1e6, 3);

    /// <summary>Charge per area [mAh/cm²].</summary>
    public static double Areal(double charge) => Math.Round(QuantityKinds.ArealCapacity.ToUnit(charge, "mAh/cm²"), 5);

    /// <summary>mAh/g for each mAh/cm² at a loading [kg/m²]; null where that is not known.</summary>
    public static double? PerGram(double? loading) => loading is { } known ? Math.Round(1 / QuantityKinds.Loading.ToUnit(known, "g/cm²"), 6) : null;

    /// <summary>Values of a list, turned into others and rounded.</summary>
    public static double[] Rounded(IReadOnlyList<double> values, int decimals, double factor = 1)
    {
        var rounded = new double[values.Count];
        for (int i = 0; i < rounded.Length; i++) rounded[i] = Math.Round(values[i] * factor, decimals);
        return rounded;
    }
}
