using Loadstone.Cells;

namespace Loadstone.Electrochemistry.Reduced;

/// <summary>Effective transport coefficients of the electrolyte in each cell, with their slopes by c_e.</summary>
internal sealed class SaltCoefficients(CellGrid grid, ElectrolyteProperties electrolyte, double temperature)
{
    // The laws hold between these [mol/m³], and ln c goes on along its tangent below the last one, as in the full model.
    private const double LeastOfLaws = 10;
    private const double LargestOfLaws = 5000;
    private const double LeastOfLogarithm = 1e-2;

    private const double ReferenceConcentration = 1000;

    private readonly double _conductivityFactor =
        Arrhenius.Factor(electrolyte.ConductivityActivationEnergy, temperature, electrolyte.ReferenceTemperature);

    private readonly double _diffusivityFactor =
        Arrhenius.Factor(electrolyte.DiffusivityActivationEnergy, temperature, electrolyte.ReferenceTemperature);

    private readonly double[] _clamped = new double[grid.Count];

    /// <summary>κ_eff [S/m] and its slope.</summary>
    public double[] Kappa { get; } = new double[grid.Count];

    public double[] KappaSlope { get; } = new double[grid.Count];

    /// <summary>D_eff [m²/s] and its slope.</summary>
    public double[] Diffusion { get; } = new double[grid.Count];

    public double[] DiffusionSlope { get; } = new double[grid.Count];

    /// <summary>t₊ and its slope.</summary>
    public double[] Transference { get; } = new double[grid.Count];

    public double[] TransferenceSlope { get; } = new double[grid.Count];

    /// <summary>χ = (1 − t₊)(1 + dlnf/dlnc) and its slope.</summary>
    public double[] Chi { get; } = new double[grid.Count];

    public double[] ChiSlope { get; } = new double[grid.Count];

    /// <summary>ln c_e and its slope.</summary>
    public double[] Logarithm { get; } = new double[grid.Count];

    public double[] LogarithmSlope { get; } = new double[grid.Count];

    /// <summary>√(c_e/c°), positive for every iterate; its slope is half of it times that of the logarithm.</summary>
    public double[] RootActivity { get; } = new double[grid.Count];

    /// <summary>Evaluates at concentrations [mol/m³], length n.</summary>
    public void Evaluate(ReadOnlySpan<double> c)
    {
        int n = grid.Count;
        for (int i = 0; i < n; i++)
        {
            _clamped[i] = Math.Clamp(c[i], LeastOfLaws, LargestOfLaws);
            (Logarithm[i], LogarithmSlope[i]) = GuardedLogarithm(c[i]);
            RootActivity[i] = Math.Exp(Logarithm[i] / 2) / Math.Sqrt(ReferenceConcentration);
        }
        electrolyte.Conductivity.Evaluate(_clamped, Kappa, KappaSlope);
        electrolyte.Diffusivity.Evaluate(_clamped, Diffusion, DiffusionSlope);
        electrolyte.TransferenceNumber.Evaluate(_clamped, Transference, TransferenceSlope);
        electrolyte.ThermodynamicFactor.Evaluate(_clamped, Chi, ChiSlope);
        for (int i = 0; i < n; i++)
        {
            double inside = _clamped[i] == c[i] ? 1 : 0;
            double conduction = grid.TransportEfficiency[i] * _conductivityFactor, diffusion = grid.TransportEfficiency[i] * _diffusivityFactor;
            Kappa[i] *= conduction;
            KappaSlope[i] *= conduction * inside;
            Diffusion[i] *= diffusion;
            DiffusionSlope[i] *= diffusion * inside;
            TransferenceSlope[i] *= inside;
            ChiSlope[i] = (1 - Transference[i]) * ChiSlope[i] * inside - TransferenceSlope[i] * Chi[i];
            Chi[i] *= 1 - Transference[i];
        }
    }

    /// <summary>ln c, below a least argument along its tangent there, and its slope.</summary>
    public static (double Value, double Slope) GuardedLogarithm(double c) => c >= LeastOfLogarithm
        ? (Math.Log(c), 1 / c)
        : (Math.Log(LeastOfLogarithm) + (c - LeastOfLogarithm) / LeastOfLogarithm, 1 / LeastOfLogarithm);
}
