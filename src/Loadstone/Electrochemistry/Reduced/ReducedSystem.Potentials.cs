namespace Loadstone.Electrochemistry.Reduced;

// What lies between the means of the electrodes and the terminals: potentials of electrolyte and solid.
internal sealed partial class ReducedSystem
{
    // Weight of the electrolyte's drop over the face right of each cell in the difference of the electrodes' means.
    private readonly double[] _electrolyteWeight;

    // Weight over conductance of the solid's drop over the face right of each cell [Ω m²], and all of it in series.
    private readonly double[] _solidResistance;
    private double _seriesResistance;

    private readonly double[] _faceCurrent, _dropByConcentration;
    private double _dropByCurrent;

    private void SetWeights()
    {
        int n = _grid.Count;
        double negative = _lithium is null ? 0 : 1, positive = 0;
        for (int i = 0; i < n; i++)
        {
            bool inNegative = i < _grid.NegativeCount, inPositive = i >= _grid.PositiveStart;
            if (inNegative) negative += _classes.Share[i];
            if (inPositive) positive += _classes.Share[i];
            _electrolyteWeight[i] = i < n - 1 ? negative - positive : 0;
            double weight = inPositive ? positive : inNegative ? 1 - negative : 0;
            bool inside = i < n - 1 && i != _grid.NegativeCount - 1 && (inNegative || inPositive);
            _solidResistance[i] = inside ? weight * (HalfSolid(i) + HalfSolid(i + 1)) : 0;
        }
        _seriesResistance = _grid.NegativeContactResistance + _grid.PositiveContactResistance;
        if (!_electrolyte) return;
        if (_grid.NegativeCount > 0) _seriesResistance += HalfSolid(0);
        _seriesResistance += HalfSolid(n - 1);
    }

    private double HalfSolid(int i) => _grid.Width[i] / (2 * _grid.ElectronicConductivity[i]);

    // Current density in the electrolyte at the face right of each cell.
    private void FaceCurrents(ReadOnlySpan<double> y)
    {
        double enters = _lithium is null ? 0 : y[_layout.Current];
        for (int i = 0; i < _grid.Count; i++)
        {
            double current = enters;
            for (int k = 0; k < _classes.Count; k++) current += _classes.Through[k][i] * y[_layout.Reaction + k];
            _faceCurrent[i] = current;
        }
    }

    // V − (Φ_p − Φ_n): mean drops of electrolyte and solid, with their derivatives by c_e and by the current that enters.
    private double Drop(ReadOnlySpan<double> y)
    {
        Array.Clear(_dropByConcentration);
        double current = y[_layout.Current], drop = -_seriesResistance * current;
        _dropByCurrent = -_seriesResistance;
        if (!_electrolyte) return drop;
        double f2 = 2 * _f;
        for (int i = 0; i < _grid.Count - 1; i++)
        {
            double a = _grid.Width[i] / 2, b = _grid.Width[i + 1] / 2, ie = _faceCurrent[i], w = _electrolyteWeight[i];
            double chi = (_salt.Chi[i] + _salt.Chi[i + 1]) / 2, jump = _salt.Logarithm[i + 1] - _salt.Logarithm[i];
            drop += w * (-ie * FaceResistance(i) + f2 * chi * jump) - _solidResistance[i] * (current - ie);
            _dropByConcentration[i] += w * (ie * a * _salt.KappaSlope[i] / (_salt.Kappa[i] * _salt.Kappa[i])
                + f2 * (_salt.ChiSlope[i] / 2 * jump - chi * _salt.LogarithmSlope[i]));
            _dropByConcentration[i + 1] += w * (ie * b * _salt.KappaSlope[i + 1] / (_salt.Kappa[i + 1] * _salt.Kappa[i + 1])
                + f2 * (_salt.ChiSlope[i + 1] / 2 * jump + chi * _salt.LogarithmSlope[i + 1]));
            _dropByCurrent -= _lithium is null ? _solidResistance[i] : w * FaceResistance(i);
        }
        if (_lithium is null) return drop;

        // From the lithium's surface to the first cell.
        LithiumSurface surface = SurfaceOfLithium(y[0], current);
        double half = _grid.Width[0] / 2, kappa = _salt.Kappa[0], first = _salt.Chi[0];
        (double ln, double lnSlope) = SaltCoefficients.GuardedLogarithm(surface.Concentration);
        double step = _salt.Logarithm[0] - ln;
        drop += -current * half / kappa + f2 * first * step;
        _dropByConcentration[0] += current * half * _salt.KappaSlope[0] / (kappa * kappa)
            + f2 * (_salt.ChiSlope[0] * step + first * (_salt.LogarithmSlope[0] - lnSlope * surface.ByFirst));
        _dropByCurrent -= half / kappa + f2 * first * lnSlope * surface.ByCurrent;
        return drop;
    }

    private double DropByReaction(int k)
    {
        if (!_electrolyte) return 0;
        double sum = 0;
        for (int i = 0; i < _grid.Count - 1; i++)
        {
            sum += _classes.Through[k][i] * (_solidResistance[i] - _electrolyteWeight[i] * FaceResistance(i));
        }
        return sum;
    }

    private double FaceResistance(int i) =>
        _grid.Width[i] / (2 * _salt.Kappa[i]) + _grid.Width[i + 1] / (2 * _salt.Kappa[i + 1]);

    private LithiumSurface SurfaceOfLithium(double first, double current)
    {
        if (!_electrolyte) return new LithiumSurface(first, 1, 0);
        double t = _salt.Transference[0], d = _salt.Diffusion[0];
        double polarisation = (1 - t) * _grid.Width[0] / 2 / (PhysicalConstants.Faraday * d);
        return new LithiumSurface(first + polarisation * current,
            1 - current * polarisation * (_salt.DiffusionSlope[0] / d + _salt.TransferenceSlope[0] / (1 - t)), polarisation);
    }

    // Φ of the lithium, R_f i + η, with its derivatives by the first cell's c_e and the current.
    private (double Potential, double ByFirst, double ByCurrent) LithiumPotential(double first, double current)
    {
        const double least = 1e-2;
        LithiumSurface surface = SurfaceOfLithium(first, current);
        double c = Math.Max(surface.Concentration, least);
        double j0 = _lithium!.ExchangeCurrentDensity.At(c) * _lithiumFactor;
        double j0Slope = surface.Concentration > least ? _lithium.ExchangeCurrentDensity.DerivativeAt(c) * _lithiumFactor : 0;
        double root = Math.Sqrt(current * current + 4 * j0 * j0);
        double byC = -2 * _f * current / (root * j0) * j0Slope;
        return (_lithium.FilmResistance * current + 2 * _f * Math.Asinh(current / (2 * j0)),
            byC * surface.ByFirst, _lithium.FilmResistance + 2 * _f / root + byC * surface.ByCurrent);
    }

    /// <summary>c_e at the lithium, with its derivatives by the first cell's c_e and the current.</summary>
    private readonly record struct LithiumSurface(double Concentration, double ByFirst, double ByCurrent);
}
