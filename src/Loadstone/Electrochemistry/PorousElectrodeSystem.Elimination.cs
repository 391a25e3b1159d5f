using System.Numerics;

namespace Loadstone.Electrochemistry;

// Elimination of what belongs to one particle alone: its shells, then its reaction.
internal sealed partial class PorousElectrodeSystem
{
    // Eliminated shells: reciprocal pivots, lower over pivot, upper. δθ_N = r'_N/pivot − _outerByReaction δj.
    private readonly double[] _inverseDiagonal, _lowerOverDiagonal, _upper, _rest, _outerByReaction;

    // δθ_s = … + _surfaceByOuter δθ_N + (inner weight) δθ_{N−1} + (gradient weight) δj; _surfaceByReaction after elimination.
    private readonly double[] _surfaceByOuter, _surfaceByReaction;

    // δj = α (δphis − δphie) + β δce + γ; _potentialBySurface is U′ less the kinetic term.
    private readonly double[] _alpha, _beta, _potentialBySurface;

    // For which the shells are factored.
    private double _shellsLeading = double.NaN, _shellsTemperature = double.NaN;

    private void FactorShells()
    {
        int p = _grid.ParticleCount, shells = _radial.Count, start = _layout.Stoichiometry, last = (shells - 1) * p;
        if (Frozen)
        {
            Array.Clear(_outerByReaction);
        }
        else
        {
            // At constant diffusivity the shells of two time steps differ by the leading coefficient and the temperature alone.
            if (!_constantDiffusivity || _leading != _shellsLeading || _temperature != _shellsTemperature)
            {
                for (int s = 0; s < shells; s++) FactorShellRow(s, p, start);
                (_shellsLeading, _shellsTemperature) = (_leading, _temperature);
            }
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

    // Row s of the shells, eliminated from the centre outwards. With out_s = ∂(flux from s to s + 1)/∂θ_s, the pivot is
    // C_s + out_s, where C_s = V_s c − upper_{s−1} C_{s−1}/pivot_{s−1} is the capacity of the shells so far as seen from s: sums of
    // positive numbers only. Differences of the usual elimination would lose the capacity of fine particles, whose diffusion is
    // many orders faster than the time step, and lithium with it.
    private void FactorShellRow(int s, int p, int start)
    {
        int row = s * p, previous = row - p, next = row + p;
        bool outermost = s == _radial.Count - 1;
        double capacity = _radial.Volume[s] * _leading;
        double g = outermost ? 0 : _radial.FaceConductance[s] / 2;
        int width = Vector<double>.Count, k = 0;
        for (; k <= p - width; k += width)
        {
            var rest = new Vector<double>(capacity);
            if (s > 0) rest -= new Vector<double>(_upper, previous + k) * new Vector<double>(_rest, k) * new Vector<double>(_inverseDiagonal, previous + k);
            rest.CopyTo(_rest, k);
            if (outermost)
            {
                (Vector<double>.One / rest).CopyTo(_inverseDiagonal, row + k);
                continue;
            }
            var scale = g * new Vector<double>(_inverseSquareRadius, k);
            var outBySelf = (new Vector<double>(_solidDiffusivity, row + k) + new Vector<double>(_solidDiffusivity, next + k)) * scale;
            var upper = -outBySelf;
            if (!_constantDiffusivity)
            {
                var jump = scale * (new Vector<double>(_point, start + next + k) - new Vector<double>(_point, start + row + k));
                upper -= jump * new Vector<double>(_solidDiffusivitySlope, next + k);
                outBySelf -= jump * new Vector<double>(_solidDiffusivitySlope, row + k);
            }
            var inverse = Vector<double>.One / (rest + outBySelf);
            upper.CopyTo(_upper, row + k);
            inverse.CopyTo(_inverseDiagonal, row + k);
            (-outBySelf * inverse).CopyTo(_lowerOverDiagonal, next + k);
        }
        for (; k < p; k++)
        {
            double rest = capacity;
            if (s > 0) rest -= _upper[previous + k] * _rest[k] * _inverseDiagonal[previous + k];
            _rest[k] = rest;
            if (outermost)
            {
                _inverseDiagonal[row + k] = 1 / rest;
                continue;
            }
            double scale = g * _inverseSquareRadius[k];
            double w = (_solidDiffusivity[row + k] + _solidDiffusivity[next + k]) * scale;
            double jump = scale * (_point[start + next + k] - _point[start + row + k]);
            double outBySelf = w - jump * _solidDiffusivitySlope[row + k];
            double inverse = 1 / (rest + outBySelf);
            _upper[row + k] = -w - jump * _solidDiffusivitySlope[next + k];
            _inverseDiagonal[row + k] = inverse;
            _lowerOverDiagonal[next + k] = -outBySelf * inverse;
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
}
