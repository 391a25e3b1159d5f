namespace Loadstone.Electrochemistry.Reduced;

internal sealed partial class ReducedSystem
{
    // For θ and 1 − θ in the exchange-current density: a wall of overpotential keeps particles from overfilling.
    private const double LeastStoichiometry = 1e-6;

    private readonly double[] _point, _surface, _potentialBySurface, _resistance, _halfDrive, _rootActivity;
    private readonly double[] _diffusivity, _diffusivitySlope;
    private double _time;

    /// <inheritdoc/>
    public void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        y.CopyTo(_point);
        _time = time;
        _salt.Evaluate(y[.._grid.Count]);
        FaceCurrents(y);
        for (int k = 0; k < _classes.Count; k++)
        {
            ShellResidual(k, y, slope, residual);
            residual[_layout.Reaction + k] = ReactionResidual(k, y);
        }
        SaltResidual(y, slope, residual);

        double current = y[_layout.Current], voltage = y[_layout.Voltage];
        double negative = -current, positive = current;
        for (int k = 0; k < _classes.Count; k++)
        {
            double total = _classes.Surface[k] * y[_layout.Reaction + k];
            if (_classes.IsNegative[k]) negative += total;
            else positive += total;
        }
        residual[_layout.Negative] = _lithium is null ? negative : y[_layout.Negative] - LithiumPotential(y[0], current).Potential;
        residual[_layout.Positive] = positive;
        residual[_layout.Voltage] = voltage - y[_layout.Positive] + y[_layout.Negative] - Drop(y);
        residual[_layout.Current] = Control.Equation(time, current, voltage).Residual;
        residual[_layout.Charge] = Frozen ? 0 : slope[_layout.Charge] - current;
        residual[_layout.Energy] = Frozen ? 0 : slope[_layout.Energy] - current * voltage;
    }

    /// <summary>Stoichiometry at the surface of a class in a state.</summary>
    public double SurfaceStoichiometryAt(ReadOnlySpan<double> y, int k)
    {
        int outer = Shell(_radial.Count - 1, k);
        return SurfaceFrom(k, y, _classes.Material[k].Diffusivity.At(y[outer]) * _classes.DiffusivityFactor[k]);
    }

    // From the last two shells and the flux condition D dθ/dρ = −j R/(F c_max).
    private double SurfaceFrom(int k, ReadOnlySpan<double> y, double diffusivity)
    {
        int outer = Shell(_radial.Count - 1, k);
        return _radial.SurfaceOuter * y[outer] + _radial.SurfaceInner * y[outer - _classes.Count]
            - _radial.SurfaceGradient * y[_layout.Reaction + k] * ShellsByReaction(k) / (diffusivity * InverseSquareRadius(k));
    }

    private int Shell(int s, int k) => _layout.Stoichiometry + s * _classes.Count + k;

    // θ' V_s of the outermost shell per j.
    private double ShellsByReaction(int k) =>
        1 / (PhysicalConstants.Faraday * _classes.Material[k].MaximumConcentration * _classes.Radius[k]);

    private double InverseSquareRadius(int k) => 1 / (_classes.Radius[k] * _classes.Radius[k]);

    private void ShellResidual(int k, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        int classes = _classes.Count, shells = _radial.Count;
        for (int s = 0; s < shells; s++)
        {
            _diffusivity[s * classes + k] = _classes.Material[k].Diffusivity.At(y[Shell(s, k)]) * _classes.DiffusivityFactor[k];
            _diffusivitySlope[s * classes + k] = _classes.Material[k].Diffusivity.DerivativeAt(y[Shell(s, k)]) * _classes.DiffusivityFactor[k];
        }
        double inner = 0, scale = InverseSquareRadius(k) / 2;
        for (int s = 0; s < shells; s++)
        {
            int row = Shell(s, k), d = s * classes + k;
            double outer = s < shells - 1
                ? (_diffusivity[d] + _diffusivity[d + classes]) * scale * _radial.FaceConductance[s] * (y[row + classes] - y[row])
                : -ShellsByReaction(k) * y[_layout.Reaction + k];
            residual[row] = Frozen ? 0 : _radial.Volume[s] * slope[row] - outer + inner;
            inner = outer;
        }
    }

    // Φ − U(θ_s) − R_f j − 2f asinh(j/2j₀) = 0 with the mean of j₀ along the depth.
    private double ReactionResidual(int k, ReadOnlySpan<double> y)
    {
        double root = 0;
        for (int i = 0; i < _grid.Count; i++) root += _classes.SurfaceInCell[k][i] * _salt.RootActivity[i];
        _rootActivity[k] = root /= _classes.Surface[k];

        var material = _classes.Material[k];
        double j = y[_layout.Reaction + k];
        double theta = _surface[k] = SurfaceFrom(k, y, _diffusivity[(_radial.Count - 1) * _classes.Count + k]);
        double j0 = _classes.ExchangeCurrent[k] * root * Math.Sqrt(Guarded(theta) * Guarded(1 - theta));
        double hypotenuse = Math.Sqrt(j * j + 4 * j0 * j0);
        _resistance[k] = material.FilmResistance + 2 * _f / hypotenuse;
        _halfDrive[k] = 2 * _f * j / hypotenuse;
        double kineticSlope = 0.5 / Math.Max(theta, LeastStoichiometry) - 0.5 / Math.Max(1 - theta, LeastStoichiometry);
        double entropySlope = material.EntropicCoefficient?.DerivativeAt(theta) ?? 0;
        _potentialBySurface[k] = material.OpenCircuitPotential.DerivativeAt(theta)
            + (Temperature - material.ReferenceTemperature) * entropySlope - _halfDrive[k] * kineticSlope;
        double potential = y[_classes.IsNegative[k] ? _layout.Negative : _layout.Positive];
        return potential - material.OpenCircuitPotentialAt(theta, Temperature) - material.FilmResistance * j - 2 * _f * Math.Asinh(j / (2 * j0));
    }

    private static double Guarded(double x) =>
        x >= LeastStoichiometry ? x : LeastStoichiometry * Math.Exp((x - LeastStoichiometry) / LeastStoichiometry);

    private void SaltResidual(ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        double faraday = PhysicalConstants.Faraday, saltIn = _lithium is null ? 0 : y[_layout.Current];
        for (int i = 0; i < _grid.Count; i++)
        {
            double saltOut = i < _grid.Count - 1
                ? -faraday * DiffusionConductance(i) * (y[i + 1] - y[i]) + FaceTransference(i) * _faceCurrent[i]
                : 0;
            double source = 0;
            for (int k = 0; k < _classes.Count; k++) source += _classes.SurfaceInCell[k][i] * y[_layout.Reaction + k];
            double transport = _electrolyte ? saltOut - saltIn - source : 0;
            residual[i] = Frozen ? 0 : faraday * _grid.Width[i] * _grid.Porosity[i] * slope[i] + transport;
            saltIn = saltOut;
        }
    }

    private double DiffusionConductance(int i) =>
        1 / (_grid.Width[i] / (2 * _salt.Diffusion[i]) + _grid.Width[i + 1] / (2 * _salt.Diffusion[i + 1]));

    private double FaceTransference(int i) => (_salt.Transference[i] + _salt.Transference[i + 1]) / 2;
}
