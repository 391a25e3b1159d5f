using System.Numerics;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

internal sealed partial class PorousElectrodeSystem
{
    // Eliminated shells: reciprocal pivots, lower over pivot, upper. δθ_N = r'_N/pivot − _outerByReaction δj.
    private readonly double[] _inverseDiagonal, _lowerOverDiagonal, _upper, _outerByReaction;

    // δθ_s = … + _surfaceByOuter δθ_N + (inner weight) δθ_{N−1} + (gradient weight) δj; _surfaceByReaction after elimination.
    private readonly double[] _surfaceByOuter, _surfaceByReaction;

    // δj = α (δphis − δphie) + β δce + γ; _potentialBySurface is U′ less the kinetic term.
    private readonly double[] _alpha, _beta, _potentialBySurface;

    private readonly BlockTridiagonal _blocks;
    private readonly double[] _cellRhs, _currentColumn;
    private double _leading, _controlByCurrent, _controlByVoltage, _voltageByCurrentColumn;

    /// <inheritdoc/>
    public bool Factor(double leadingCoefficient)
    {
        _leading = leadingCoefficient;
        FactorShells();
        FactorReactions();
        _blocks.Clear();
        Array.Clear(_currentColumn);
        AssembleElectrolyte();
        AssembleSolid(0, _grid.NegativeCount);
        AssembleSolid(_grid.PositiveStart, _grid.Count);
        for (int i = _grid.NegativeCount; i < _grid.PositiveStart; i++) _blocks.Diagonal(i)[8] = 1;
        AssembleReactions();
        _currentColumn[3 * (_grid.Count - 1) + 2] += 1;
        if (!_blocks.Factor()) return false;

        _blocks.Solve(_currentColumn);
        (_, _controlByCurrent, _controlByVoltage) = Control.Equation(_time, _point[_layout.Current], Voltage(_point));
        _voltageByCurrentColumn = -_currentColumn[^1] - TerminalResistance;
        return true;
    }

    /// <inheritdoc/>
    public void Solve(Span<double> rightHandSide)
    {
        Span<double> b = rightHandSide;
        int n = _grid.Count, p = _grid.ParticleCount;
        SweepShellsOutwards(b);
        for (int i = 0; i < n; i++)
        {
            _cellRhs[3 * i] = b[i];
            _cellRhs[3 * i + 1] = b[_layout.ElectrolytePotential + i];
            _cellRhs[3 * i + 2] = b[_layout.SolidPotential + i];
        }
        Span<double> reaction = b.Slice(_layout.Reaction, p);
        ReactionSources(b, reaction);
        _blocks.Solve(_cellRhs);

        // The border: control · δ(i, V) = residual, with V = phis_last − i R.
        double current = (b[_layout.Current] - _controlByVoltage * _cellRhs[^1])
            / (_controlByCurrent + _controlByVoltage * _voltageByCurrentColumn);
        if (current != 0)
        {
            for (int i = 0; i < 3 * n; i++) _cellRhs[i] -= current * _currentColumn[i];
        }
        for (int i = 0; i < n; i++)
        {
            b[i] = _cellRhs[3 * i];
            b[_layout.ElectrolytePotential + i] = _cellRhs[3 * i + 1];
            b[_layout.SolidPotential + i] = _cellRhs[3 * i + 2];
        }
        for (int k = 0; k < p; k++)
        {
            int c = 3 * _grid.ParticleCell[k];
            // On entry the slot holds γ.
            reaction[k] += _alpha[k] * (_cellRhs[c + 2] - _cellRhs[c + 1]) + _beta[k] * _cellRhs[c];
        }
        SweepShellsInwards(b, reaction);
        b[_layout.Current] = current;
        double voltage = _cellRhs[^1] - TerminalResistance * current;
        if (Frozen)
        {
            b[_layout.Charge] = 0;
            b[_layout.Energy] = 0;
            return;
        }
        b[_layout.Charge] = (b[_layout.Charge] + current) / _leading;
        b[_layout.Energy] = (b[_layout.Energy] + current * Voltage(_point) + _point[_layout.Current] * voltage) / _leading;
    }

    private void FactorShells()
    {
        int p = _grid.ParticleCount, shells = _radial.Count, start = _layout.Stoichiometry, last = (shells - 1) * p;
        if (Frozen)
        {
            Array.Clear(_outerByReaction);
        }
        else
        {
            for (int s = 0; s < shells; s++) FactorShellRow(s, p, start);
            for (int k = 0; k < p; k++) _outerByReaction[k] = _reactionByFlux[k] * _inverseDiagonal[last + k];
        }
        for (int k = 0; k < p; k++)
        {
            double ratio = _reactionByFlux[k] / (_solidDiffusivity[last + k] * _inverseSquareRadius[k]);
            double gradientByOuter = _point[_layout.Reaction + k] * ratio * _solidDiffusivitySlope[last + k] / _solidDiffusivity[last + k];
            _surfaceByOuter[k] = _radial.SurfaceOuter + _radial.SurfaceGradient * gradientByOuter;
            double innerByReaction = Frozen ? 0 : _upper[last - p + k] * _inverseDiagonal[last - p + k] * _outerByReaction[k];
            _surfaceByReaction[k] = -_surfaceByOuter[k] * _outerByReaction[k] + _radial.SurfaceInner * innerByReaction
                - _radial.SurfaceGradient * ratio;
        }
    }

    private void FactorShellRow(int s, int p, int start)
    {
        int row = s * p, shells = _radial.Count;
        double capacity = _radial.Volume[s] * _leading;
        double gOut = s < shells - 1 ? _radial.FaceConductance[s] / 2 : 0;
        double gIn = s > 0 ? _radial.FaceConductance[s - 1] / 2 : 0;
        int width = Vector<double>.Count, k = 0;
        for (; k <= p - width; k += width)
        {
            var scale = new Vector<double>(_inverseSquareRadius, k);
            var d = new Vector<double>(_solidDiffusivity, row + k);
            var diagonal = new Vector<double>(capacity);
            if (s < shells - 1)
            {
                var w = (d + new Vector<double>(_solidDiffusivity, row + p + k)) * gOut * scale;
                var upper = -w;
                if (!_constantDiffusivity)
                {
                    var jump = gOut * scale * (new Vector<double>(_point, start + row + p + k) - new Vector<double>(_point, start + row + k));
                    upper -= jump * new Vector<double>(_solidDiffusivitySlope, row + p + k);
                    w -= jump * new Vector<double>(_solidDiffusivitySlope, row + k);
                }
                diagonal += w;
                upper.CopyTo(_upper, row + k);
            }
            if (s > 0)
            {
                var w = (d + new Vector<double>(_solidDiffusivity, row - p + k)) * gIn * scale;
                var lower = -w;
                if (!_constantDiffusivity)
                {
                    var jump = gIn * scale * (new Vector<double>(_point, start + row + k) - new Vector<double>(_point, start + row - p + k));
                    lower += jump * new Vector<double>(_solidDiffusivitySlope, row - p + k);
                    w += jump * new Vector<double>(_solidDiffusivitySlope, row + k);
                }
                diagonal += w;
                lower *= new Vector<double>(_inverseDiagonal, row - p + k);
                lower.CopyTo(_lowerOverDiagonal, row + k);
                diagonal -= lower * new Vector<double>(_upper, row - p + k);
            }
            (Vector<double>.One / diagonal).CopyTo(_inverseDiagonal, row + k);
        }
        for (; k < p; k++)
        {
            double scale = _inverseSquareRadius[k], d = _solidDiffusivity[row + k], dSlope = _solidDiffusivitySlope[row + k];
            double diagonal = capacity;
            if (s < shells - 1)
            {
                double w = (d + _solidDiffusivity[row + p + k]) * gOut * scale;
                double jump = gOut * scale * (_point[start + row + p + k] - _point[start + row + k]);
                _upper[row + k] = -w - jump * _solidDiffusivitySlope[row + p + k];
                diagonal += w - jump * dSlope;
            }
            if (s > 0)
            {
                double w = (d + _solidDiffusivity[row - p + k]) * gIn * scale;
                double jump = gIn * scale * (_point[start + row + k] - _point[start + row - p + k]);
                double lower = (-w + jump * _solidDiffusivitySlope[row - p + k]) * _inverseDiagonal[row - p + k];
                _lowerOverDiagonal[row + k] = lower;
                diagonal += w + jump * dSlope - lower * _upper[row - p + k];
            }
            _inverseDiagonal[row + k] = 1 / diagonal;
        }
    }

    private void FactorReactions()
    {
        for (int k = 0; k < _grid.ParticleCount; k++)
        {
            _potentialBySurface[k] = _ocpSlope[k] - _halfDrive[k] * _kineticSlope[k];
            _alpha[k] = 1 / (_resistance[k] + _potentialBySurface[k] * _surfaceByReaction[k]);
            _beta[k] = 0.5 * _halfDrive[k] * _lnCSlope[_grid.ParticleCell[k]] * _alpha[k];
        }
    }

    private void SweepShellsOutwards(Span<double> b)
    {
        if (Frozen) return;
        int p = _grid.ParticleCount, width = Vector<double>.Count;
        Span<double> r = b.Slice(_layout.Stoichiometry, _radial.Count * p);
        for (int row = p; row < r.Length; row += p)
        {
            int k = row;
            for (; k <= row + p - width; k += width)
            {
                (new Vector<double>(r[k..]) - new Vector<double>(_lowerOverDiagonal, k) * new Vector<double>(r[(k - p)..])).CopyTo(r[k..]);
            }
            for (; k < row + p; k++) r[k] -= _lowerOverDiagonal[k] * r[k - p];
        }
    }

    // Puts γ of each particle into its slot and its part into the cells' right-hand sides.
    private void ReactionSources(ReadOnlySpan<double> b, Span<double> reaction)
    {
        int p = _grid.ParticleCount, last = _layout.Stoichiometry + (_radial.Count - 1) * p, lastRow = (_radial.Count - 1) * p;
        for (int k = 0; k < p; k++)
        {
            double surface = 0;
            if (!Frozen)
            {
                double outer = b[last + k] * _inverseDiagonal[lastRow + k];
                double inner = (b[last - p + k] - _upper[lastRow - p + k] * outer) * _inverseDiagonal[lastRow - p + k];
                surface = _surfaceByOuter[k] * outer + _radial.SurfaceInner * inner;
            }
            double gamma = -(_potentialBySurface[k] * surface + reaction[k]) * _alpha[k];
            reaction[k] = gamma;
            int cell = _grid.ParticleCell[k];
            double source = _grid.Width[cell] * _grid.SurfacePerVolume[k] * gamma;
            if (!Frozen) _cellRhs[3 * cell] += source;
            _cellRhs[3 * cell + 1] += source;
            _cellRhs[3 * cell + 2] -= source;
        }
    }

    private void SweepShellsInwards(Span<double> b, ReadOnlySpan<double> reaction)
    {
        int p = _grid.ParticleCount, width = Vector<double>.Count, last = (_radial.Count - 1) * p;
        Span<double> r = b.Slice(_layout.Stoichiometry, _radial.Count * p);
        if (Frozen)
        {
            r.Clear();
            return;
        }
        for (int k = 0; k < p; k++) r[last + k] = r[last + k] * _inverseDiagonal[last + k] - _outerByReaction[k] * reaction[k];
        for (int row = last - p; row >= 0; row -= p)
        {
            int k = row;
            for (; k <= row + p - width; k += width)
            {
                ((new Vector<double>(r[k..]) - new Vector<double>(_upper, k) * new Vector<double>(r[(k + p)..]))
                    * new Vector<double>(_inverseDiagonal, k)).CopyTo(r[k..]);
            }
            for (; k < row + p; k++) r[k] = (r[k] - _upper[k] * r[k + p]) * _inverseDiagonal[k];
        }
    }

    private void AssembleElectrolyte()
    {
        int n = _grid.Count;
        double faraday = PhysicalConstants.Faraday;
        for (int i = 0; i < n; i++)
        {
            Span<double> d = _blocks.Diagonal(i);
            if (Frozen) d[0] = 1;
            else d[0] += faraday * _grid.Width[i] * _grid.Porosity[i] * _leading;
            if (i == n - 1) break;

            Face face = EvaluateFace(_point, i);
            double a = _grid.Width[i] / 2, b = _grid.Width[i + 1] / 2, g = face.Conductance, f2 = 2 * _f;
            double lnJump = _lnC[i + 1] - _lnC[i];
            double gLeft = g * g * a / (_kappa[i] * _kappa[i]) * _kappaSlope[i];
            double gRight = g * g * b / (_kappa[i + 1] * _kappa[i + 1]) * _kappaSlope[i + 1];
            double currentByLeft = -gLeft * face.Drive + g * f2 * (_chiSlope[i] / 2 * lnJump - face.Chi * _lnCSlope[i]);
            double currentByRight = -gRight * face.Drive + g * f2 * (_chiSlope[i + 1] / 2 * lnJump + face.Chi * _lnCSlope[i + 1]);
            Span<double> upper = _blocks.Upper(i), lower = _blocks.Lower(i + 1), next = _blocks.Diagonal(i + 1);
            d[3] += currentByLeft;
            d[4] += g;
            upper[3] = currentByRight;
            upper[4] = -g;
            lower[3] = -currentByLeft;
            lower[4] = -g;
            next[3] -= currentByRight;
            next[4] += g;
            if (Frozen) continue;

            double gd = face.DiffusionConductance, jump = _point[i + 1] - _point[i];
            double gdLeft = gd * gd * a / (_diffusion[i] * _diffusion[i]) * _diffusionSlope[i];
            double gdRight = gd * gd * b / (_diffusion[i + 1] * _diffusion[i + 1]) * _diffusionSlope[i + 1];
            double t = face.Transference;
            double saltByLeft = faraday * (gd - gdLeft * jump) + t * currentByLeft + _transferenceSlope[i] / 2 * face.Current;
            double saltByRight = faraday * (-gd - gdRight * jump) + t * currentByRight + _transferenceSlope[i + 1] / 2 * face.Current;
            d[0] += saltByLeft;
            d[1] += t * g;
            upper[0] = saltByRight;
            upper[1] = -t * g;
            lower[0] = -saltByLeft;
            lower[1] = -t * g;
            next[0] -= saltByRight;
            next[1] += t * g;
        }
        if (_lithium is not null) AssembleLithium();
    }

    private void AssembleLithium()
    {
        LithiumSide side = EvaluateLithiumSide(_point[0], _point[_layout.Current]);
        double drive = side.Potential - _point[_layout.ElectrolytePotential] + side.Diffusion;
        Span<double> d = _blocks.Diagonal(0);
        d[3] -= side.ConductanceByC * drive + side.Conductance * (side.PotentialByC + side.DiffusionByC);
        d[4] += side.Conductance;
        if (!Frozen) _currentColumn[0] -= 1;
        _currentColumn[1] -= side.Conductance * (side.PotentialByCurrent + side.DiffusionByCurrent);
    }

    private void AssembleSolid(int from, int to)
    {
        if (from == 0 && to > 0) _blocks.Diagonal(0)[8] += NegativeTerminalConductance;
        for (int i = from; i < to - 1; i++)
        {
            double g = SolidConductance(i);
            _blocks.Diagonal(i)[8] += g;
            _blocks.Diagonal(i + 1)[8] += g;
            _blocks.Upper(i)[8] = -g;
            _blocks.Lower(i + 1)[8] = -g;
        }
    }

    private void AssembleReactions()
    {
        for (int k = 0; k < _grid.ParticleCount; k++)
        {
            int cell = _grid.ParticleCell[k];
            double area = _grid.Width[cell] * _grid.SurfacePerVolume[k];
            double byPotential = area * _alpha[k], byC = area * _beta[k];
            Span<double> d = _blocks.Diagonal(cell);
            if (!Frozen)
            {
                d[0] -= byC;
                d[1] += byPotential;
                d[2] -= byPotential;
            }
            d[3] -= byC;
            d[4] += byPotential;
            d[5] -= byPotential;
            d[6] += byC;
            d[7] -= byPotential;
            d[8] += byPotential;
        }
    }
}
