using Loadstone.Quantities;

namespace Loadstone.Laboratory.Diffraction;

/// <summary>The X-rays of a pattern.</summary>
/// <param name="Name">Its name: <c>Cu Kα</c>.</param>
/// <param name="First">Wavelength of the stronger line [m].</param>
/// <param name="Second">Wavelength of the weaker line [m]; null for a single one.</param>
public sealed record Radiation(string Name, double First, double? Second)
{
    /// <summary>Height of Kα₂ over that of Kα₁.</summary>
    public const double SecondShare = 0.5;

    private static readonly Radiation[] Tubes = [new("Cu Kα", 1.540598e-10, 1.544426e-10), new("Mo Kα", 0.709319e-10, 0.713609e-10), new("Co Kα", 1.788996e-10, 1.792835e-10)];

    /// <summary>The doublet of copper (wavelengths of the International Tables for Crystallography, vol. C, 2004).</summary>
    public static Radiation Copper => Tubes[0];

    /// <summary>The doublet of molybdenum.</summary>
    public static Radiation Molybdenum => Tubes[1];

    /// <summary>Reads the name of an anode, <c>Cu</c>, <c>Mo</c> or <c>Co</c>, or a single wavelength, <c>1.54178 Å</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Option, for messages.</param>
    /// <exception cref="InputException">It is neither.</exception>
    public static Radiation Parse(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        string anode = text.Trim().Replace("Kα", "", StringComparison.OrdinalIgnoreCase).Trim();
        if (Tubes.FirstOrDefault(t => t.Name[..2].Equals(anode, StringComparison.OrdinalIgnoreCase)) is { } tube) return tube;
        if (QuantityKinds.Length.TryParse(text, out double wavelength, out _) && wavelength is > 1e-11 and < 1e-9) return Of(wavelength);
        throw new InputException($"\"{text}\" is no radiation; expected Cu, Mo, Co or a wavelength from 0.1 to 10 Å such as \"1.54178 Å\".", file: place);
    }

    /// <summary>A single wavelength.</summary>
    /// <param name="wavelength">λ [m].</param>
    public static Radiation Of(double wavelength) => new(FormattableString.Invariant($"{wavelength * 1e10:g7} Å"), Require.Positive(wavelength, "m"), null);

    /// <summary>The stronger line alone, as a monochromator leaves it.</summary>
    public Radiation Strongest => this with { Second = null };

    /// <summary>Spacing of the planes that reflect the stronger line at an angle, d = λ/(2 sin θ) [m].</summary>
    /// <param name="twoTheta">2θ [rad].</param>
    public double Spacing(double twoTheta) => First / (2 * Math.Sin(twoTheta / 2));

    /// <summary>The angle at which planes reflect the stronger line [rad]; NaN where they do not.</summary>
    /// <param name="spacing">d [m].</param>
    public double TwoTheta(double spacing) => 2 * Math.Asin(First / (2 * spacing));

    /// <summary>The angle at which another wavelength is reflected by the same planes, sin θ₂ = (λ₂/λ₁) sin θ₁ [rad]; NaN where it is not.</summary>
    /// <param name="twoTheta">2θ₁ [rad].</param>
    /// <param name="from">λ₁ [m].</param>
    /// <param name="to">λ₂ [m].</param>
    public static double Convert(double twoTheta, double from, double to) => 2 * Math.Asin(to / from * Math.Sin(twoTheta / 2));
}
