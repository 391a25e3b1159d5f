namespace Loadstone.Electrochemistry;

/// <summary>
/// Shells of a sphere of radius 1, thinner towards the surface, for a finite-volume diffusion scheme that is exact for
/// profiles a + b ρ² (the quasi-steady profile of a constant flux) and conserves mass to round-off.
/// </summary>
internal sealed class RadialGrid
{
    // Faces at ρ = 1 − (1 − i/N)^p; p > 1 puts the finest shells where a new flux first changes the concentration.
    private const double Grading = 1.8;

    /// <summary>A grid of <paramref name="shells"/> shells.</summary>
    public RadialGrid(int shells)
    {
        Count = shells;
        var faces = new double[shells + 1];
        for (int i = 0; i <= shells; i++) faces[i] = 1 - Math.Pow(1 - (double)i / shells, Grading);
        Faces = faces;
        Volume = new double[shells];
        var meanSquare = new double[shells];
        var meanFourth = new double[shells];
        for (int i = 0; i < shells; i++)
        {
            double a = faces[i], b = faces[i + 1];
            Volume[i] = (b * b * b - a * a * a) / 3;
            meanSquare[i] = (Math.Pow(b, 5) - Math.Pow(a, 5)) / 5 / Volume[i];
            meanFourth[i] = (Math.Pow(b, 7) - Math.Pow(a, 7)) / 7 / Volume[i];
        }
        // Flux through face f over the difference of means: ρ_f² · 2 ρ_f/(⟨ρ²⟩_{i+1} − ⟨ρ²⟩_i), so that ρ² is exact.
        FaceConductance = new double[shells - 1];
        for (int i = 0; i < shells - 1; i++)
        {
            double f = faces[i + 1];
            FaceConductance[i] = 2 * f * f * f / (meanSquare[i + 1] - meanSquare[i]);
        }
        // Surface value from the last two means and the surface gradient g through a + b ρ² + c ρ⁴:
        // with b = g/2 − 2c, the mean of the last shell gives a, the difference of the last two gives c.
        double m2 = meanSquare[^1], m4 = meanFourth[^1], k2 = m2 - meanSquare[^2], k4 = m4 - meanFourth[^2];
        double q = 1 / (k4 - 2 * k2);
        double rise = (1 - m4) - 2 * (1 - m2);
        SurfaceOuter = 1 + rise * q;
        SurfaceInner = -rise * q;
        SurfaceGradient = (1 - m2) / 2 - rise * q * k2 / 2;
    }

    /// <summary>Number of shells N.</summary>
    public int Count { get; }

    /// <summary>Face radii from 0 to 1, length N + 1.</summary>
    public double[] Faces { get; }

    /// <summary>Shell volumes over 4π; they add to 1/3. Length N.</summary>
    public double[] Volume { get; }

    /// <summary>ρ² dρ-conductance of each inner face, length N − 1.</summary>
    public double[] FaceConductance { get; }

    /// <summary>Weight of the outermost shell's mean in the surface value.</summary>
    public double SurfaceOuter { get; }

    /// <summary>Weight of the next shell's mean in the surface value.</summary>
    public double SurfaceInner { get; }

    /// <summary>Weight of the gradient dθ/dρ at ρ = 1 in the surface value.</summary>
    public double SurfaceGradient { get; }
}
