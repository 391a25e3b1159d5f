namespace Loadstone.Slurry;

/// <summary>Shear stress of a liquid in steady shear against the shear rate. Rates and stresses are positive. Immutable.</summary>
public abstract record FlowLaw
{
    private protected FlowLaw()
    {
    }

    /// <summary>Shear stress τ [Pa], rising with the rate.</summary>
    /// <param name="shearRate">γ̇ above 0 [1/s].</param>
    public double Stress(double shearRate) => StressAt(Require.Positive(shearRate, "1/s", nameof(shearRate)));

    /// <summary>Viscosity η = τ/γ̇ [Pa s].</summary>
    /// <param name="shearRate">γ̇ above 0 [1/s].</param>
    public double Viscosity(double shearRate) => Stress(shearRate) / shearRate;

    /// <summary>Stress below which it does not flow [Pa]; 0 for laws without one.</summary>
    public virtual double YieldStress => 0;

    /// <summary>The power law that touches this one at a rate: the same stress and the same slope d ln τ/d ln γ̇.</summary>
    /// <param name="shearRate">γ̇ above 0 [1/s].</param>
    public PowerLaw TangentAt(double shearRate)
    {
        double tau = Stress(shearRate);
        // Central difference in ln γ̇; the error of the slope is of the order of the step's square.
        const double step = 1e-4;
        double slope = Math.Log(StressAt(shearRate * Math.Exp(step)) / StressAt(shearRate * Math.Exp(-step))) / (2 * step);
        return new PowerLaw(tau / Math.Pow(shearRate, slope), slope);
    }

    private protected abstract double StressAt(double rate);
}

/// <summary>τ = K γ̇ⁿ (W. Ostwald, Kolloid-Z. 36, 99 (1925); A. de Waele 1923). n = 1 is a Newtonian liquid of viscosity K.</summary>
/// <param name="Consistency">K [Pa sⁿ].</param>
/// <param name="Exponent">n; below 1 is shear thinning.</param>
public sealed record PowerLaw(double Consistency, double Exponent = 1) : FlowLaw
{
    /// <summary>K [Pa sⁿ].</summary>
    public double Consistency { get; init => field = Require.Positive(value, "Pa sⁿ"); } = Require.Positive(Consistency, "Pa sⁿ");

    /// <summary>n; below 1 is shear thinning.</summary>
    public double Exponent { get; init => field = Require.Positive(value, ""); } = Require.Positive(Exponent, "");

    private protected override double StressAt(double rate) => Consistency * Math.Pow(rate, Exponent);
}

/// <summary>√τ = √τ₀ + √(η_∞ γ̇) (N. Casson 1959, in Rheology of Disperse Systems).</summary>
/// <param name="Yield">τ₀ [Pa].</param>
/// <param name="HighShearViscosity">η_∞ [Pa s].</param>
public sealed record Casson(double Yield, double HighShearViscosity) : FlowLaw
{
    /// <summary>τ₀ [Pa].</summary>
    public double Yield { get; init => field = Require.NotNegative(value, "Pa"); } = Require.NotNegative(Yield, "Pa");

    /// <summary>η_∞ [Pa s].</summary>
    public double HighShearViscosity { get; init => field = Require.Positive(value, "Pa s"); } = Require.Positive(HighShearViscosity, "Pa s");

    /// <inheritdoc/>
    public override double YieldStress => Yield;

    private protected override double StressAt(double rate)
    {
        double root = Math.Sqrt(Yield) + Math.Sqrt(HighShearViscosity * rate);
        return root * root;
    }
}

/// <summary>τ = τ_y + K γ̇ⁿ (W. H. Herschel and R. Bulkley, Kolloid-Z. 39, 291 (1926)).</summary>
/// <param name="Yield">τ_y [Pa].</param>
/// <param name="Consistency">K [Pa sⁿ].</param>
/// <param name="Exponent">n.</param>
public sealed record HerschelBulkley(double Yield, double Consistency, double Exponent) : FlowLaw
{
    /// <summary>τ_y [Pa].</summary>
    public double Yield { get; init => field = Require.NotNegative(value, "Pa"); } = Require.NotNegative(Yield, "Pa");

    /// <summary>K [Pa sⁿ].</summary>
    public double Consistency { get; init => field = Require.Positive(value, "Pa sⁿ"); } = Require.Positive(Consistency, "Pa sⁿ");

    /// <summary>n.</summary>
    public double Exponent { get; init => field = Require.Positive(value, ""); } = Require.Positive(Exponent, "");

    /// <inheritdoc/>
    public override double YieldStress => Yield;

    private protected override double StressAt(double rate) => Yield + Consistency * Math.Pow(rate, Exponent);
}

/// <summary>η = η_∞ + (η₀ − η_∞)/(1 + (λγ̇)^m) (M. M. Cross, J. Colloid Sci. 20, 417 (1965)).</summary>
/// <param name="ZeroShearViscosity">η₀ [Pa s].</param>
/// <param name="HighShearViscosity">η_∞ [Pa s], not above η₀.</param>
/// <param name="Time">λ [s].</param>
/// <param name="Exponent">m, above 0 and not above 1.</param>
public sealed record Cross(double ZeroShearViscosity, double HighShearViscosity, double Time, double Exponent) : FlowLaw
{
    /// <summary>η₀ [Pa s].</summary>
    public double ZeroShearViscosity { get; init => field = Require.Positive(value, "Pa s"); } = Require.Positive(ZeroShearViscosity, "Pa s");

    /// <summary>η_∞ [Pa s].</summary>
    public double HighShearViscosity { get; init => field = Require.NotNegative(value, "Pa s"); } = Require.Within(HighShearViscosity, 0, ZeroShearViscosity, "Pa s");

    /// <summary>λ [s].</summary>
    public double Time { get; init => field = Require.Positive(value, "s"); } = Require.Positive(Time, "s");

    /// <summary>m; above 1 the stress would fall with the rate.</summary>
    public double Exponent { get; init => field = Require.Within(value, 1e-3, 1, ""); } = Require.Within(Exponent, 1e-3, 1, "");

    private protected override double StressAt(double rate) =>
        rate * (HighShearViscosity + (ZeroShearViscosity - HighShearViscosity) / (1 + Math.Pow(Time * rate, Exponent)));
}

/// <summary>
/// η = η_∞ + (η₀ − η_∞)(1 + (λγ̇)^a)^((n − 1)/a) (P. J. Carreau, Trans. Soc. Rheol. 16, 99 (1972), with a = 2;
/// K. Yasuda et al., Rheol. Acta 20, 163 (1981)).
/// </summary>
/// <param name="ZeroShearViscosity">η₀ [Pa s].</param>
/// <param name="HighShearViscosity">η_∞ [Pa s], not above η₀.</param>
/// <param name="Time">λ [s].</param>
/// <param name="Exponent">n, above 0 and not above 1.</param>
/// <param name="Transition">a; 2 is Carreau's law.</param>
public sealed record CarreauYasuda(double ZeroShearViscosity, double HighShearViscosity, double Time, double Exponent, double Transition = 2) : FlowLaw
{
    /// <summary>η₀ [Pa s].</summary>
    public double ZeroShearViscosity { get; init => field = Require.Positive(value, "Pa s"); } = Require.Positive(ZeroShearViscosity, "Pa s");

    /// <summary>η_∞ [Pa s].</summary>
    public double HighShearViscosity { get; init => field = Require.NotNegative(value, "Pa s"); } = Require.Within(HighShearViscosity, 0, ZeroShearViscosity, "Pa s");

    /// <summary>λ [s].</summary>
    public double Time { get; init => field = Require.Positive(value, "s"); } = Require.Positive(Time, "s");

    /// <summary>n; below 1 is shear thinning.</summary>
    public double Exponent { get; init => field = Require.Within(value, 1e-3, 1, ""); } = Require.Within(Exponent, 1e-3, 1, "");

    /// <summary>a; the larger, the sharper the turn from plateau to power.</summary>
    public double Transition { get; init => field = Require.Positive(value, ""); } = Require.Positive(Transition, "");

    private protected override double StressAt(double rate) => rate * (HighShearViscosity
        + (ZeroShearViscosity - HighShearViscosity) * Math.Pow(1 + Math.Pow(Time * rate, Transition), (Exponent - 1) / Transition));
}
