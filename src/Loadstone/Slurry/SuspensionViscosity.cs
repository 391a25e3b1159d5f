namespace Loadstone.Slurry;

/// <summary>
/// How particles thicken a liquid: viscosity of the suspension over that of the medium, against the volume fraction φ.
/// Immutable.
/// </summary>
public abstract record SuspensionViscosity
{
    private protected SuspensionViscosity()
    {
    }

    /// <summary>Name of the law.</summary>
    public abstract string Name { get; }

    /// <summary>Where the law was published.</summary>
    public abstract string Source { get; }

    /// <summary>Largest φ for which the law is meant; values above it are extrapolated.</summary>
    public abstract double HighestFraction { get; }

    /// <summary>Fraction at which the suspension jams φ_m; 1 for laws that know no jamming.</summary>
    public virtual double MaximumPacking => 1;

    /// <summary>η/η_medium, at least 1 and rising with φ.</summary>
    /// <param name="fraction">Volume of particles per volume of suspension φ.</param>
    /// <exception cref="InputException">φ is not below <see cref="MaximumPacking"/>.</exception>
    public double RelativeViscosity(double fraction)
    {
        Require.Fraction(fraction, nameof(fraction));
        if (fraction >= MaximumPacking)
        {
            throw new InputException(FormattableString.Invariant(
                $"the particles take {fraction * 100:0.##} % of the slurry's volume, with the liquid that they hold; it jams at {MaximumPacking * 100:0.##} %. Expected less, such as {MaximumPacking * 90:0.##} %."));
        }
        return Relative(fraction);
    }

    private protected abstract double Relative(double phi);

    /// <summary>1 + 2.5 φ: single spheres that do not feel each other.</summary>
    public sealed record Einstein : SuspensionViscosity
    {
        /// <inheritdoc/>
        public override string Name => "Einstein";

        /// <inheritdoc/>
        public override string Source => "A. Einstein, Ann. Phys. 324, 289 (1906); 339, 591 (1911)";

        /// <inheritdoc/>
        public override double HighestFraction => 0.02;

        private protected override double Relative(double phi) => 1 + 2.5 * phi;
    }

    /// <summary>1 + 2.5 φ + k φ²: spheres in pairs.</summary>
    public sealed record Batchelor : SuspensionViscosity
    {
        /// <summary>k: 6.2 in shear with Brownian motion, 5.2 in shear with pairs placed at random, 7.6 in extension.</summary>
        public double PairCoefficient { get; init => field = Require.NotNegative(value, ""); } = 6.2;

        /// <inheritdoc/>
        public override string Name => "Batchelor–Green";

        /// <inheritdoc/>
        public override string Source => "G. K. Batchelor and J. T. Green, J. Fluid Mech. 56, 401 (1972); G. K. Batchelor, J. Fluid Mech. 83, 97 (1977)";

        /// <inheritdoc/>
        public override double HighestFraction => 0.15;

        private protected override double Relative(double phi) => 1 + 2.5 * phi + PairCoefficient * phi * phi;
    }

    /// <summary>(1 − φ/φ_m)^(−[η] φ_m).</summary>
    /// <param name="Packing">Fraction at which it jams φ_m.</param>
    /// <param name="IntrinsicViscosity">[η], 2.5 for spheres.</param>
    public sealed record KriegerDougherty(double Packing, double IntrinsicViscosity = 2.5) : SuspensionViscosity
    {
        /// <summary>Fraction at which it jams φ_m.</summary>
        public double Packing { get; init => field = Jamming(value); } = Jamming(Packing);

        /// <summary>[η], 2.5 for spheres.</summary>
        public double IntrinsicViscosity { get; init => field = Require.Positive(value, ""); } = Require.Positive(IntrinsicViscosity, "");

        /// <inheritdoc/>
        public override string Name => "Krieger–Dougherty";

        /// <inheritdoc/>
        public override string Source => "I. M. Krieger and T. J. Dougherty, Trans. Soc. Rheol. 3, 137 (1959)";

        /// <inheritdoc/>
        public override double HighestFraction => Packing;

        /// <inheritdoc/>
        public override double MaximumPacking => Packing;

        private protected override double Relative(double phi) => Math.Pow(1 - phi / Packing, -IntrinsicViscosity * Packing);
    }

    /// <summary>(1 − φ/φ_m)⁻², also Quemada's law.</summary>
    /// <param name="Packing">Fraction at which it jams φ_m.</param>
    public sealed record MaronPierce(double Packing) : SuspensionViscosity
    {
        /// <summary>Fraction at which it jams φ_m.</summary>
        public double Packing { get; init => field = Jamming(value); } = Jamming(Packing);

        /// <inheritdoc/>
        public override string Name => "Maron–Pierce";

        /// <inheritdoc/>
        public override string Source => "S. H. Maron and P. E. Pierce, J. Colloid Sci. 11, 80 (1956); D. Quemada, Rheol. Acta 16, 82 (1977)";

        /// <inheritdoc/>
        public override double HighestFraction => Packing;

        /// <inheritdoc/>
        public override double MaximumPacking => Packing;

        private protected override double Relative(double phi) => 1 / ((1 - phi / Packing) * (1 - phi / Packing));
    }

    /// <summary>1 + 2.5 φ + 10.05 φ² + 0.00273 e^(16.6 φ): a curve through many measurements.</summary>
    public sealed record Thomas : SuspensionViscosity
    {
        /// <inheritdoc/>
        public override string Name => "Thomas";

        /// <inheritdoc/>
        public override string Source => "D. G. Thomas, J. Colloid Sci. 20, 267 (1965)";

        /// <inheritdoc/>
        public override double HighestFraction => 0.6;

        private protected override double Relative(double phi) => 1 + 2.5 * phi + 10.05 * phi * phi + 0.00273 * Math.Exp(16.6 * phi);
    }

    private static double Jamming(double value) => Require.Within(value, 0.01, 1, "(fraction)", "Packing");
}
