using System.Numerics;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Impedance.Diffusion;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Impedance.Porous;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Diffusion lines, tortuosities and wetting curves from spectra of closed forms with 0.5 % of noise in each part.</summary>
internal static class PorousTrials
{
    private const double Noise = 0.005;

    /// <summary>The trials, each with several estimates.</summary>
    public static IReadOnlyList<(string Name, Func<int, IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)>> Run)> All { get; } =
        [("diffusion line", Line), ("transmission line", Tortuosity), ("wetting curve", Wetting)];

    private const double Sigma = 4, Area = 1e-3, MolarVolume = 20e-6, Slope = -0.8;
    private static readonly double[] LineSweep = Spectra.Frequencies(1e5, 1e-2, 60);
    private static readonly double Diffusivity = Math.Pow(MolarVolume * Slope / (96485.33212 * Area * Sigma), 2) / 2;

    // What the line between 10 mHz and 1 Hz may know at best: R, an intercept of −Z″ and σ.
    private static readonly double LineBound = Bound([10, 0, Sigma], 2, [.. LineSweep.Where(f => f <= 1)], (p, w) => new Complex(p[0] + p[2] / Math.Sqrt(w), p[1] - p[2] / Math.Sqrt(w)));

    /// <summary>Warburg coefficient and diffusivity of a Randles cell of 5 Ω, 5 Ω beside 20 µF, and diffusion, from the line up to 1 Hz.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Line(int seed)
    {
        Spectrum spectrum = Spectra.Of(w => 5 + 1 / (1 / (5 + new Complex(Sigma, -Sigma) / Math.Sqrt(w)) + new Complex(0, w * 20e-6)), LineSweep, Noise, seed);
        WarburgLine line = WarburgLine.Of(spectrum, 1e-2, 1);
        yield return ("Warburg coefficient", line.Coefficient, Sigma, LineBound);
        PotentialSlope slope = PotentialSlope.OverFraction(Estimate.Exact(Slope), Estimate.Exact(MolarVolume));
        yield return ("diffusivity", line.InsertionDiffusivity(Estimate.Exact(Area), slope), Diffusivity, 2 * Diffusivity * LineBound / Sigma);
    }

    private const double TrueTortuosity = 3, Thickness = 60e-6, Porosity = 0.4, Conductivity = 0.05, CellArea = 2e-4;

    // R, R_ion of both electrodes, Q, α.
    private static readonly double[] PoreTruth = [2, 2 * TrueTortuosity * Thickness / (Porosity * Conductivity * CellArea), 1e-3, 0.95], PoreSweep = Spectra.Frequencies(2e5, 0.1, 60);
    private static readonly double PoreBound = Bound(PoreTruth, 1, PoreSweep, Pores) / PoreTruth[1];

    /// <summary>Tortuosity 3 of two electrodes of 60 µm and 40 % in an electrolyte of 0.5 mS/cm, the pores' walls a constant-phase element.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Tortuosity(int seed)
    {
        Spectrum spectrum = Spectra.Of(w => Pores(PoreTruth, w), PoreSweep, Noise, seed);
        yield return ("tortuosity", BlockingTortuosity.Of(spectrum, new BlockingSymmetricCell(CellArea, Thickness, Conductivity, Porosity)).Tortuosity, TrueTortuosity, TrueTortuosity * PoreBound);
    }

    private static Complex Pores(double[] p, double w)
    {
        Complex s = Complex.Sqrt(p[1] * p[2] * Spectra.Power(w, p[3]));
        return p[0] + p[1] / (s * Complex.Tanh(s));
    }

    private const double Wet = 4, Dry = 0.5, Constant = 3 * 3600;
    private static readonly double[] Rest = [.. new[] { 0.5, 1, 2, 4, 6, 9, 12, 16 }.Select(h => h * 3600)];
    private static readonly double[] CellSweep = Spectra.Frequencies(1e5, 1, 40);
    private static readonly Circuit Cell = Circuit.Parse("R0-p(R1,CPE1)");

    /// <summary>A cell of 4 Ω when wet, half dry at first, with an exponential approach of 3 h, and an arc beside it; eight spectra in 16 h.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Wetting(int seed)
    {
        Estimate[] ohmic = [.. Rest.Select((t, i) => CircuitFitter.Fit(Spectra.Of(w => ArcBeside([Ohmic(t), 10, 1e-3, 0.9], w), CellSweep, Noise, 1000 * seed + i), Cell)["R0"])];
        WettingCurve extrapolated = WettingCurve.Extrapolated(Rest, ohmic), known = WettingCurve.Of(Rest, ohmic, wet: Estimate.Exact(Wet));
        yield return ("wet resistance, extrapolated", extrapolated.Wet, Wet, WetBound);
        yield return ("wetted fraction at 2 h, extrapolated", extrapolated.WettedFraction[2], Share(Rest[2]), double.NaN);
        yield return ("wetted fraction at 2 h, wet resistance given", known.WettedFraction[2], Share(Rest[2]), Share(Rest[2]) * OhmicErrors[2] / Ohmic(Rest[2]));
    }

    private static double Share(double time) => 1 - Dry * Math.Exp(-time / Constant);

    private static double Ohmic(double time) => Wet / Share(time);

    private static Complex ArcBeside(double[] p, double w) => p[0] + Spectra.Zarc(w, p[1], p[2], p[3]);

    private static readonly double[] OhmicErrors = [.. Rest.Select(t => Bound([Ohmic(t), 10, 1e-3, 0.9], 0, CellSweep, ArcBeside))];

    // R = R_wet/(1 − a e^(−t/τ)) by R_wet, a and ln τ, over what each spectrum can tell at best.
    private static readonly double WetBound = Coverage.Bound(
    [
        [.. Rest.Select((t, i) => 1 / Share(t) / OhmicErrors[i])],
        [.. Rest.Select((t, i) => Wet * Math.Exp(-t / Constant) / Math.Pow(Share(t), 2) / OhmicErrors[i])],
        [.. Rest.Select((t, i) => Wet * Dry * Math.Exp(-t / Constant) * t / Constant / Math.Pow(Share(t), 2) / OhmicErrors[i])],
    ], 0);

    // Cramér and Rao's bound of a parameter, by differences of the model.
    private static double Bound(double[] truth, int parameter, double[] frequencies, Func<double[], double, Complex> model) => Coverage.Bound(
    [
        .. truth.Select((_, k) =>
        {
            double h = 1e-6 * Math.Max(Math.Abs(truth[k]), 1e-3);
            double[] above = [.. truth], below = [.. truth];
            above[k] += h;
            below[k] -= h;
            Complex[] d = [.. frequencies.Select(f => 2 * Math.PI * f).Select(w => (model(above, w) - model(below, w)) / (2 * h * Noise * Complex.Abs(model(truth, w))))];
            return (double[])[.. d.Select(z => z.Real), .. d.Select(z => z.Imaginary)];
        }),
    ], parameter);
}
