using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Diffraction;

/// <summary>What all angles of a pattern are off by.</summary>
public enum AngleCorrection
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The same at all angles: the zero of the goniometer.</summary>
    Zero,

    /// <summary>cos θ times one number: a sample above or below the circle.</summary>
    Displacement,
}

/// <summary>An indexed line.</summary>
/// <param name="Reflection">Its planes.</param>
/// <param name="TwoTheta">2θ of the stronger wavelength [rad].</param>
public sealed record IndexedLine(Reflection Reflection, Estimate TwoTheta);

/// <summary>Lattice parameters of a hexagonal cell by least squares in 2θ, each line weighed by its error.</summary>
/// <param name="A">a [m].</param>
/// <param name="C">c [m].</param>
/// <param name="Ratio">c/a.</param>
/// <param name="Volume">Volume of the hexagonal cell, (√3/2) a² c [m³].</param>
/// <param name="Correction">What was allowed for.</param>
/// <param name="Shift">2θ that it adds, at θ = 0 [rad]; null for none.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Residuals">Measured less fitted 2θ of each [rad].</param>
public sealed record LatticeFit(Estimate A, Estimate C, Estimate Ratio, Estimate Volume, AngleCorrection Correction, Estimate? Shift, IReadOnlyList<IndexedLine> Lines, IReadOnlyList<double> Residuals)
{
    /// <summary>Fits the cell.</summary>
    /// <param name="lines">Lines, more than there are unknowns: two, or three with a correction.</param>
    /// <param name="radiation">The X-rays.</param>
    /// <param name="correction">What is allowed for.</param>
    /// <param name="a">a to begin with [m].</param>
    /// <param name="c">c to begin with [m].</param>
    public static LatticeFit Of(IReadOnlyList<IndexedLine> lines, Radiation radiation, AngleCorrection correction, double a, double c)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(radiation);
        double Shape(double angle) => correction switch { AngleCorrection.None => 0, AngleCorrection.Zero => 1, _ => Math.Cos(angle / 2) };
        double[] start = correction == AngleCorrection.None ? [a * Angstroms, c * Angstroms] : [a * Angstroms, c * Angstroms, 0];
        // Å and degrees keep the parameters near one.
        LeastSquaresFit fit = LeastSquares.Minimise(LeastSquares.WithDifferences(p => [.. lines.Select(line =>
            (Angle(line, p) - Angles.Degrees(line.TwoTheta.Value)) / Angles.Degrees(line.TwoTheta.StandardError))]), start);
        double Angle(IndexedLine line, IReadOnlyList<double> p)
        {
            double angle = radiation.TwoTheta(line.Reflection.Spacing(p[0] / Angstroms, p[1] / Angstroms));
            return Angles.Degrees(angle) + (p.Count > 2 ? p[2] * Shape(angle) : 0);
        }
        double[] found = [.. fit.Parameters];
        double third = Math.Sqrt(3) / 2;
        double[] Gradient(double byA, double byC) => found.Length > 2 ? [byA, byC, 0] : [byA, byC];
        return new LatticeFit(
            fit.Parameter(0).Times(1 / Angstroms), fit.Parameter(1).Times(1 / Angstroms),
            fit.Function(found[1] / found[0], Gradient(-found[1] / (found[0] * found[0]), 1 / found[0])),
            fit.Function(third * found[0] * found[0] * found[1], Gradient(2 * third * found[0] * found[1], third * found[0] * found[0])).Times(1e-30),
            correction, found.Length > 2 ? fit.Parameter(2).Times(Angles.Degree) : null, lines, [.. lines.Select(line => line.TwoTheta.Value - Angles.Radians(Angle(line, found)))]);
    }

    private const double Angstroms = 1e10;
}
