using System.Numerics;

namespace Loadstone.Electrochemistry;

// Elimination of what belongs to one particle alone: its shells, then its reaction.
internal sealed partial class PorousElectrodeSystem
{
    // Eliminated shells: reciprocal pivots, lower over pivot, upper. δθ_N = r'_N/pivot − _outerByReaction δj.
    private readonly double[] _inverseDiagonal, _lowerOverDiagonal, _upper, _outerByReaction;

    // δθ_s = … + _surfaceByOuter δθ_N + (inner weight) δθ_{N−1} + (gradient weight) δj; _surfaceByReaction after elimination.
    private readonly double[] _surfaceByOuter, _surfaceByReaction;

    // δj = α (δphis − δphie) + β δce + γ; _potentialBySurface is U′ less the kinetic term.
    private readonly double[] _alpha, _beta, _potentialBySurface;

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
}
