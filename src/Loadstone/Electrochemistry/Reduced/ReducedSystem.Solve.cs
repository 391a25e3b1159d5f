namespace Loadstone.Electrochemistry.Reduced;

internal sealed partial class ReducedSystem
{
    private readonly TridiagonalFactors[] _shells;
    private readonly TridiagonalFactors _saltFactors;

    // θ of a class per its reaction, and c_e per reaction of each class and (last) per current, after elimination.
    private readonly double[] _shellColumn;
    private readonly double[][] _saltColumns;

    private readonly DenseFactors _small;
    private double _leading;

    /// <inheritdoc/>
    public bool Factor(double leadingCoefficient)
    {
        _leading = leadingCoefficient;
        int classes = _classes.Count, first = _layout.Reaction;
        FactorSalt();
        _small.Clear();
        for (int k = 0; k < classes; k++)
        {
            FactorShells(k);
            double ratio = ShellsByReaction(k) / (OuterDiffusivity(k) * InverseSquareRadius(k));
            double surfaceByReaction = SurfaceBy(k, _shellColumn, k, classes) - _radial.SurfaceGradient * ratio;
            _small[k, k] = -_resistance[k] - _potentialBySurface[k] * surfaceByReaction;
            _small[k, (_classes.IsNegative[k] ? _layout.Negative : _layout.Positive) - first] = 1;
            for (int c = 0; c <= classes; c++)
            {
                _small[k, c < classes ? c : _layout.Current - first] += ReactionByConcentration(k, _saltColumns[c]);
            }
        }
        int negative = _layout.Negative - first, positive = negative + 1, voltage = negative + 2, current = negative + 3;
        for (int k = 0; k < classes; k++)
        {
            if (!_classes.IsNegative[k]) _small[positive, k] = _classes.Surface[k];
            else _small[negative, k] = _classes.Surface[k];
            _small[voltage, k] = -DropByReaction(k) - Dot(_dropByConcentration, _saltColumns[k]);
        }
        if (_lithium is null)
        {
            _small[negative, current] = -1;
        }
        else
        {
            (_, double byFirst, double byCurrent) = LithiumPotential(_point[0], _point[_layout.Current]);
            _small[negative, negative] = 1;
            _small[negative, current] = -byCurrent;
            for (int c = 0; c <= classes; c++) _small[negative, c < classes ? c : current] -= byFirst * _saltColumns[c][0];
        }
        _small[positive, current] = 1;
        _small[voltage, voltage] = 1;
        _small[voltage, positive] = -1;
        _small[voltage, negative] = 1;
        _small[voltage, current] = -_dropByCurrent - Dot(_dropByConcentration, _saltColumns[classes]);
        (_, _small[current, current], _small[current, voltage]) = Control.Equation(_time, _point[_layout.Current], _point[_layout.Voltage]);
        return _small.Factor();
    }

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide)
    {
        Span<double> b = rightHandSide;
        int classes = _classes.Count, n = _grid.Count;
        Span<double> salt = b[..n], algebraic = b.Slice(_layout.Reaction, _layout.AlgebraicCount);
        Span<double> theta = b.Slice(_layout.Stoichiometry, _radial.Count * classes);
        if (Frozen)
        {
            salt.Clear();
            theta.Clear();
        }
        else
        {
            _saltFactors.Solve(salt);
            for (int k = 0; k < classes; k++) _shells[k].Solve(theta[k..], classes);
        }
        for (int k = 0; k < classes; k++)
        {
            algebraic[k] += _potentialBySurface[k] * SurfaceBy(k, theta, k, classes) - ReactionByConcentration(k, salt);
        }
        if (_lithium is not null) algebraic[classes] += LithiumPotential(_point[0], _point[_layout.Current]).ByFirst * salt[0];
        algebraic[classes + 2] += Dot(_dropByConcentration, salt);
        _small.Solve(algebraic);

        for (int c = 0; c <= classes; c++)
        {
            double by = algebraic[c < classes ? c : classes + 3];
            for (int i = 0; i < n; i++) salt[i] += by * _saltColumns[c][i];
        }
        for (int s = 0; s < theta.Length; s++) theta[s] += algebraic[s % classes] * _shellColumn[s];
        double current = b[_layout.Current], voltage = b[_layout.Voltage];
        b[_layout.Charge] = Frozen ? 0 : (b[_layout.Charge] + current) / _leading;
        b[_layout.Energy] = Frozen ? 0
            : (b[_layout.Energy] + current * _point[_layout.Voltage] + _point[_layout.Current] * voltage) / _leading;
    }

    private double OuterDiffusivity(int k) => _diffusivity[(_radial.Count - 1) * _classes.Count + k];

    // Change of the surface stoichiometry with that of the last two shells.
    private double SurfaceBy(int k, ReadOnlySpan<double> theta, int start, int stride)
    {
        int last = start + (_radial.Count - 1) * stride;
        double slope = _diffusivitySlope[(_radial.Count - 1) * _classes.Count + k], d = OuterDiffusivity(k);
        double gradient = _point[_layout.Reaction + k] * ShellsByReaction(k) / (d * InverseSquareRadius(k)) * slope / d;
        return (_radial.SurfaceOuter + _radial.SurfaceGradient * gradient) * theta[last] + _radial.SurfaceInner * theta[last - stride];
    }

    // Change of a reaction's equation with the salt, through the exchange-current density.
    private double ReactionByConcentration(int k, ReadOnlySpan<double> salt)
    {
        double sum = 0;
        for (int i = 0; i < salt.Length; i++)
        {
            sum += _classes.SurfaceInCell[k][i] * _salt.RootActivity[i] * 0.5 * _salt.LogarithmSlope[i] * salt[i];
        }
        return _halfDrive[k] * sum / (_classes.Surface[k] * _rootActivity[k]);
    }

    private void FactorShells(int k)
    {
        int classes = _classes.Count, shells = _radial.Count;
        for (int s = 0; s < shells; s++) _shellColumn[s * classes + k] = 0;
        if (Frozen) return;
        TridiagonalFactors m = _shells[k];
        double scale = InverseSquareRadius(k) / 2;
        for (int s = 0; s < shells; s++) m.Diagonal[s] = _radial.Volume[s] * _leading;
        for (int s = 0; s < shells - 1; s++)
        {
            int d = s * classes + k, row = Shell(s, k);
            double g = scale * _radial.FaceConductance[s], w = g * (_diffusivity[d] + _diffusivity[d + classes]);
            double jump = g * (_point[row + classes] - _point[row]);
            double byInner = -w + jump * _diffusivitySlope[d], byOuter = w + jump * _diffusivitySlope[d + classes];
            m.Diagonal[s] -= byInner;
            m.Upper[s] = -byOuter;
            m.Lower[s + 1] = byInner;
            m.Diagonal[s + 1] += byOuter;
        }
        m.Factor();
        _shellColumn[(shells - 1) * classes + k] = -ShellsByReaction(k);
        m.Solve(_shellColumn.AsSpan(k), classes);
    }

    private void FactorSalt()
    {
        int n = _grid.Count, classes = _classes.Count;
        foreach (double[] column in _saltColumns) Array.Clear(column);
        if (Frozen) return;
        double faraday = PhysicalConstants.Faraday;
        TridiagonalFactors m = _saltFactors;
        for (int i = 0; i < n; i++) m.Diagonal[i] = faraday * _grid.Width[i] * _grid.Porosity[i] * _leading;
        Array.Clear(m.Lower);
        Array.Clear(m.Upper);
        if (_electrolyte)
        {
            double enters = _lithium is null ? 0 : 1;
            for (int i = 0; i < n; i++)
            {
                for (int k = 0; k < classes; k++) _saltColumns[k][i] += _classes.SurfaceInCell[k][i];
            }
            _saltColumns[classes][0] += enters;
            for (int i = 0; i < n - 1; i++)
            {
                double g = DiffusionConductance(i), jump = _point[i + 1] - _point[i], t = FaceTransference(i);
                double byLeft = faraday * g - faraday * jump * g * g * _grid.Width[i] / 2 * _salt.DiffusionSlope[i] / (_salt.Diffusion[i] * _salt.Diffusion[i])
                    + _salt.TransferenceSlope[i] / 2 * _faceCurrent[i];
                double byRight = -faraday * g - faraday * jump * g * g * _grid.Width[i + 1] / 2 * _salt.DiffusionSlope[i + 1] / (_salt.Diffusion[i + 1] * _salt.Diffusion[i + 1])
                    + _salt.TransferenceSlope[i + 1] / 2 * _faceCurrent[i];
                m.Diagonal[i] += byLeft;
                m.Upper[i] = byRight;
                m.Lower[i + 1] = -byLeft;
                m.Diagonal[i + 1] -= byRight;
                for (int k = 0; k <= classes; k++)
                {
                    double carried = t * (k < classes ? _classes.Through[k][i] : enters);
                    _saltColumns[k][i] -= carried;
                    _saltColumns[k][i + 1] += carried;
                }
            }
        }
        m.Factor();
        foreach (double[] column in _saltColumns) m.Solve(column);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
