using Loadstone.Electrochemistry.Analysis;

namespace Loadstone.Electrochemistry;

// The Jacobian at a state taken apart: what does not depend on the frequency, and what stands beside iω.
internal sealed partial class PorousElectrodeSystem
{
    /// <summary>The model linearised about a state.</summary>
    /// <param name="y">The state.</param>
    /// <param name="capacitance">Double layer on particles and lithium [F/m²], or null for that of each.</param>
    public LinearisedCell Linearise(ReadOnlySpan<double> y, double? capacitance = null)
    {
        Residual(_time, y, new double[Size], new double[Size]);
        _leading = 0;
        _blocks.Clear();
        Array.Clear(_currentColumn);
        AssembleElectrolyte();
        AssembleSolid(0, _grid.NegativeCount);
        AssembleSolid(_grid.PositiveStart, _grid.Count);
        for (int i = _grid.NegativeCount; i < _grid.PositiveStart; i++) _blocks.Diagonal(i)[8] = 1;
        _currentColumn[^1] += 1;

        int n = _grid.Count, p = _grid.ParticleCount;
        var cell = new LinearisedCell(n, p, _radial.Count) { TerminalResistance = TerminalResistance };
        _currentColumn.CopyTo(cell.Source, 0);
        _radial.Volume.CopyTo(cell.ShellVolume, 0);
        for (int i = 0; i < n; i++)
        {
            _blocks.Lower(i).CopyTo(cell.Lower(i));
            _blocks.Diagonal(i).CopyTo(cell.Diagonal(i));
            _blocks.Upper(i).CopyTo(cell.Upper(i));
            cell.SaltCapacity[i] = PhysicalConstants.Faraday * _grid.Width[i] * _grid.Porosity[i];
        }
        for (int k = 0; k < p; k++) LineariseParticle(cell, k, capacitance);
        cell.LithiumCapacitance = capacitance ?? _lithium?.DoubleLayerCapacitance ?? ImpedanceSettings.StandardCapacitance;
        if (_lithium is not null) LineariseLithium(cell);
        return cell;
    }

    private void LineariseParticle(LinearisedCell cell, int k, double? capacitance)
    {
        int p = _grid.ParticleCount, shells = _radial.Count, last = (shells - 1) * p + k;
        double upper = 0;
        for (int s = 0; s < shells; s++)
        {
            int at = s * p + k;
            double diagonal = 0, nextUpper = 0;
            if (s < shells - 1)
            {
                (double w, double jump) = ShellFace(s, k);
                nextUpper = -w - jump * _solidDiffusivitySlope[at + p];
                diagonal += w - jump * _solidDiffusivitySlope[at];
            }
            if (s > 0)
            {
                (double w, double jump) = ShellFace(s - 1, k);
                double lower = -w + jump * _solidDiffusivitySlope[at - p];
                diagonal += w + jump * _solidDiffusivitySlope[at];
                cell.ShellCoupling[at] = lower * upper;
            }
            cell.ShellDiagonal[at] = diagonal;
            if (s < shells - 1) upper = nextUpper;
        }
        double ratio = _reactionByFlux[k] / (_solidDiffusivity[last] * _inverseSquareRadius[k]);
        double gradientByOuter = _point[_layout.Reaction + k] * ratio * _solidDiffusivitySlope[last] / _solidDiffusivity[last];
        cell.Particles[k] = new LinearisedParticle
        {
            Cell = _grid.ParticleCell[k],
            Area = _grid.Width[_grid.ParticleCell[k]] * _grid.SurfacePerVolume[k],
            Resistance = _resistance[k],
            Capacitance = capacitance ?? _grid.Materials[MaterialIndexOf(k)].DoubleLayerCapacitance ?? ImpedanceSettings.StandardCapacitance,
            PotentialBySurface = _ocpSlope[k] - _halfDrive[k] * _kineticSlope[k],
            PotentialBySalt = 0.5 * _halfDrive[k] * _lnCSlope[_grid.ParticleCell[k]],
            OuterByReaction = _reactionByFlux[k],
            SurfaceByOuter = _radial.SurfaceOuter + _radial.SurfaceGradient * gradientByOuter,
            SurfaceByInnerAndUpper = _radial.SurfaceInner * upper,
            SurfaceByReaction = -_radial.SurfaceGradient * ratio,
        };
    }

    // Conductance of the face outside a shell, and what the flux there gains by each unit of diffusivity.
    private (double Conductance, double Jump) ShellFace(int s, int k)
    {
        int at = s * _grid.ParticleCount + k, next = at + _grid.ParticleCount;
        double g = _radial.FaceConductance[s] / 2 * _inverseSquareRadius[k];
        return (g * (_solidDiffusivity[at] + _solidDiffusivity[next]), g * (_point[_layout.Stoichiometry + next] - _point[_layout.Stoichiometry + at]));
    }

    private void LineariseLithium(LinearisedCell cell)
    {
        LithiumSide side = EvaluateLithiumSide(_point[0], _point[_layout.Current], LithiumReactionOf(_point));
        cell.LithiumResistance = side.Resistance;
        cell.LithiumChargeBySalt = -side.Conductance * side.PotentialByC;
        cell.LithiumChargeByCurrent = -side.Conductance * side.PotentialByCurrent;
    }
}
