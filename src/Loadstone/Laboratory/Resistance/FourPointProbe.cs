using Loadstone.Laboratory.Regression;
using MathNet.Numerics;

namespace Loadstone.Laboratory.Resistance;

/// <summary>
/// Four pins in a line on a film on an insulator: current through the outer ones, voltage between the inner ones. V/I = ρ K with K from the
/// geometry alone, exact for any thickness and for rectangular samples with the probe in their middle, along their length.
/// </summary>
/// <remarks>
/// The film's two faces give the kernel of <see cref="LayerKernel"/> without a foil, which is −ln(r)/t and 2/t Σ K₀(nπr/t). The sides of a rectangle are images
/// of each pin: rows of images of the logarithm add up to ln sinh, and the rest reaches no further than a few thicknesses. Limits: ρ = 2πs V/I of
/// a half space (Valdes, Proc. IRE 42, 420 (1954)) and ρ = πt/ln 2 V/I of a wide thin film; between them the tables of Smits (Bell Syst. Tech. J. 37, 711 (1958)).
/// </remarks>
public sealed record FourPointProbe
{
    private const double Reach = 12, Near = 0.5; // in thicknesses: where K₀ is nothing, and where its series is long
    private const double Nothing = 40;

    /// <summary>Distances between neighbouring pins [m], three.</summary>
    /// <exception cref="ArgumentException">There are not three above 0.</exception>
    public required IReadOnlyList<double> Spacing
    {
        get;
        init => field = value.Count == 3 && value.All(s => s > 0 && double.IsFinite(s)) ? value : throw new ArgumentException("Four pins have three distances above 0.", nameof(value));
    }

    /// <summary>Thickness t of the film [m].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public required double Thickness { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Side of the sample along the line of pins [m]; infinite where it ends far away.</summary>
    public double Length { get; init; } = double.PositiveInfinity;

    /// <summary>Side of the sample across the line of pins [m]; infinite where it ends far away.</summary>
    public double Width { get; init; } = double.PositiveInfinity;

    /// <summary>A probe of equal spacing.</summary>
    public static FourPointProbe Even(double spacing, double thickness) => new() { Spacing = [spacing, spacing, spacing], Thickness = thickness };

    /// <summary>K, by which ρ = (V/I)/K [1/m].</summary>
    /// <exception cref="InputException">The sample is shorter than the probe, or thicker than five times its sides.</exception>
    public double Factor()
    {
        double span = Spacing.Sum();
        if (!(Length > span)) throw new InputException(FormattableString.Invariant($"the sample is {Length * 1e3:g4} mm long, the pins reach over {span * 1e3:g4} mm; expected a sample that is longer."));
        if (!(Thickness <= 5 * Math.Min(Length, Width))) throw new InputException(FormattableString.Invariant($"the film is {Thickness * 1e3:g4} mm thick and {Math.Min(Length, Width) * 1e3:g4} mm wide; expected a thickness of at most five times its sides."));
        // Sides a hundred thousand times as far as the pins are as good as none.
        double far = 1e5 * Math.Max(span, Thickness), length = Math.Min(Length, far), width = Math.Min(Width, far), start = (length - span) / 2;
        double[] x = [start, start + Spacing[0], start + Spacing[0] + Spacing[1], start + span];
        double logarithms = Sum((a, b) => Logarithms(a, b, length, width)), shorts = Sum((a, b) => ShortRange(a, b, length, width));
        return (logarithms + shorts) / (2 * Math.PI * Thickness);

        double Sum(Func<double, double, double> of) => of(x[1], x[0]) - of(x[2], x[0]) - of(x[1], x[3]) + of(x[2], x[3]);
    }

    /// <summary>ρ of a resistance V/I, with the uncertainties of resistance, thickness and spacing carried through.</summary>
    /// <param name="resistance">V/I [Ω].</param>
    /// <param name="thicknessError">Standard uncertainty of the thickness [m].</param>
    /// <param name="spacingError">Standard uncertainty of each of the three distances, as a share of it.</param>
    public Estimate Resistivity(Estimate resistance, double thicknessError = 0, double spacingError = 0)
    {
        const double step = 1e-3;
        double factor = Factor(), value = resistance.Value / factor;
        double byThickness = -value * Math.Log((this with { Thickness = Thickness * (1 + step) }).Factor() / factor) / (step * Thickness);
        var inputs = new List<(Estimate, double)> { (resistance, 1 / factor), (new Estimate(Thickness, thicknessError), byThickness) };
        for (int i = 0; i < 3; i++)
        {
            double[] moved = [.. Spacing];
            moved[i] *= 1 + step;
            inputs.Add((new Estimate(Spacing[i], spacingError * Spacing[i]), -value * Math.Log((this with { Spacing = moved }).Factor() / factor) / (step * Spacing[i])));
        }
        return ErrorPropagation.Carry(value, [.. inputs]);
    }

    // −Σ ln r over all images. Those of the pin's row along y stand a width apart, since the row is in the middle: ln 2 sinh(π|x − x′|/b) each. What does
    // not die away is linear in |x − x′|, and beyond the nearest images the same for every pin.
    private static double Logarithms(double x, double source, double length, double width)
    {
        double sum = Math.PI / width * (Math.Abs(x - source) + x + source);
        int last = (int)Math.Ceiling(Nothing * width / (4 * Math.PI * length)) + 1;
        for (int n = -last; n <= last; n++) sum += Decay(x - source - 2 * n * length) + Decay(x + source - 2 * n * length);
        return -sum;

        double Decay(double distance) => Log1MinusExp(2 * Math.PI * Math.Abs(distance) / width);
    }

    // ln(1 − exp(−z)), exact for small z too.
    private static double Log1MinusExp(double z) => z < 1e-5 ? Math.Log(z) - z / 2 : z > Nothing ? 0 : Math.Log(1 - Math.Exp(-z));

    // What the film has beyond the logarithm, times t: 2 Σ K₀(nπr/t) over the images within reach.
    private double ShortRange(double x, double source, double length, double width)
    {
        double reach = Reach * Thickness, sum = 0;
        int along = (int)(reach / (2 * length)) + 1, across = (int)(reach / width) + 1;
        for (int n = -along; n <= along; n++)
        {
            for (int m = -across; m <= across; m++)
            {
                sum += Beyond(x - source - 2 * n * length, m * width) + Beyond(x + source - 2 * n * length, m * width);
            }
        }
        return sum;

        double Beyond(double dx, double dy)
        {
            double r = Math.Sqrt(dx * dx + dy * dy) / Thickness;
            if (r > Reach) return 0;
            if (r < Near) return NearField(r);
            double value = 0;
            for (int n = 1; n * Math.PI * r < Nothing; n++) value += 2 * SpecialFunctions.BesselK(0, n * Math.PI * r);
            return value;
        }
    }

    private static double NearField(double r)
    {
        double[] u = [0];
        new LayerKernel(1, null, [r]).Evaluate(1, 0, u, [0], [0]);
        return u[0] + Math.Log(r / 4);
    }
}
