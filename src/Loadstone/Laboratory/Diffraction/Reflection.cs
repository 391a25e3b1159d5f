namespace Loadstone.Laboratory.Diffraction;

/// <summary>Planes of the layered oxides, R-3m in hexagonal axes.</summary>
/// <param name="H">h.</param>
/// <param name="K">k.</param>
/// <param name="L">l.</param>
public sealed record Reflection(int H, int K, int L)
{
    /// <summary>The reflections of LiMO₂ that powders show, those of −h + k + l = 3n.</summary>
    public static IReadOnlyList<Reflection> Layered { get; } = [new(0, 0, 3), new(1, 0, 1), new(0, 0, 6), new(0, 1, 2), new(1, 0, 4), new(0, 1, 5), new(1, 0, 7), new(0, 1, 8), new(1, 1, 0), new(1, 1, 3)];

    /// <summary>Indices as the field writes them: <c>(003)</c>.</summary>
    public string Name => $"({H}{K}{L})";

    /// <summary>(4/3)(h² + hk + k²), the factor of 1/a² in 1/d².</summary>
    public double InPlane => 4.0 / 3 * (H * H + H * K + K * K);

    /// <summary>d of 1/d² = (4/3)(h² + hk + k²)/a² + l²/c² [m].</summary>
    /// <param name="a">a [m].</param>
    /// <param name="c">c [m].</param>
    public double Spacing(double a, double c) => 1 / Math.Sqrt(InPlane / (a * a) + L * L / (c * c));
}
