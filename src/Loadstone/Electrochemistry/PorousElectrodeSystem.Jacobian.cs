using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

internal sealed partial class PorousElectrodeSystem
{
    private readonly BlockTridiagonal _blocks;
    private readonly double[] _cellRhs, _currentColumn;
    private double _leading, _controlByCurrent, _controlByVoltage, _voltageByCurrentColumn;

    /// <inheritdoc/>
    public bool Factor(double leadingCoefficient)
    {
        _leading = leadingCoefficient;
        if (_thermal is not null && !Frozen) DifferenceTemperatureColumn();
        FactorShells();
        FactorReactions();
        _blocks.Clear();
        Array.Clear(_currentColumn);
        AssembleElectrolyte();
        AssembleSolid(0, _grid.NegativeCount);
        AssembleSolid(_grid.PositiveStart, _grid.Count);
        for (int i = _grid.NegativeCount; i < _grid.PositiveStart; i++) _blocks.Diagonal(i)[8] = 1;
        AssembleReactions();
        AssembleDoubleLayers();
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
        double temperature = EliminateTemperature(b);
        SweepShellsOutwards(b);
        for (int i = 0; i < n; i++)
        {
            _cellRhs[3 * i] = Frozen ? 0 : b[i] - b[_layout.ElectrolytePotential + i];
            _cellRhs[3 * i + 1] = b[_layout.ElectrolytePotential + i];
            _cellRhs[3 * i + 2] = b[_layout.SolidPotential + i];
        }
        Span<double> reaction = b.Slice(_layout.Reaction, p);
        ReactionSources(b, reaction);
        double lithium = EliminateLithium(b);
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
        SolveLithium(b, lithium, _cellRhs[0], current);
        b[_layout.Current] = current;
        b[_layout.Temperature] = temperature;
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

    // Salt stands less charge: what the reactions bring into both drops out, and what is left of the current is its share (1 − t₊).
    private void AssembleElectrolyte()
    {
        int n = _grid.Count;
        double faraday = PhysicalConstants.Faraday, f2 = 2 * _f;
        for (int i = 0; i < n; i++)
        {
            Span<double> d = _blocks.Diagonal(i);
            if (Frozen) d[0] = 1;
            else d[0] += faraday * _grid.Width[i] * _grid.Porosity[i] * _leading;
            if (i == n - 1) break;

            ref readonly Face face = ref _faces[i];
            double g = face.Conductance, byPotential = g + face.BinderConductance, lnJump = _lnC[i + 1] - _lnC[i];
            double gLeft = _faceLeft[i] * _kappaSlope[i], gRight = _faceRight[i] * _kappaSlope[i + 1];
            double currentByLeft = -gLeft * face.Drive + g * f2 * (_chiSlope[i] / 2 * lnJump - face.Chi * _lnCSlope[i]);
            double currentByRight = -gRight * face.Drive + g * f2 * (_chiSlope[i + 1] / 2 * lnJump + face.Chi * _lnCSlope[i + 1]);
            Span<double> upper = _blocks.Upper(i), lower = _blocks.Lower(i + 1), next = _blocks.Diagonal(i + 1);
            d[3] += currentByLeft;
            d[4] += byPotential;
            upper[2] = currentByRight;
            upper[3] = -byPotential;
            lower[2] = -currentByLeft;
            lower[3] = -byPotential;
            next[3] -= currentByRight;
            next[4] += byPotential;
            if (Frozen) continue;

            double jump = _point[i + 1] - _point[i], anions = 1 - face.Transference;
            double gdLeft = (_faceLeft[i] + face.DiffusionByLeft) / 2 * _diffusionSlope[i];
            double gdRight = (_faceRight[i] + face.DiffusionByRight) / 2 * _diffusionSlope[i + 1];
            double saltByLeft = faraday * (face.DiffusionConductance - gdLeft * jump) - anions * currentByLeft
                + _transferenceSlope[i] / 2 * face.LiquidCurrent;
            double saltByRight = faraday * (-face.DiffusionConductance - gdRight * jump) - anions * currentByRight
                + _transferenceSlope[i + 1] / 2 * face.LiquidCurrent;
            d[0] += saltByLeft;
            d[1] -= anions * g;
            upper[0] = saltByRight;
            upper[1] = anions * g;
            lower[0] = -saltByLeft;
            lower[1] = anions * g;
            next[0] -= saltByRight;
            next[1] -= anions * g;
        }
        if (_lithium is not null) AssembleLithium();
    }

    private void AssembleLithium()
    {
        LithiumSide side = EvaluateLithiumSide(_point[0], _point[_layout.Current], LithiumReactionOf(_point));
        double potential = side.Potential;
        if (LithiumHasDoubleLayer)
        {
            potential = -_point[_layout.LithiumPotential];
            _lithiumShare = Frozen ? 0 : 1 / (1 + _leading * side.Resistance * _lithiumCapacitance);
            (_lithiumResistance, _lithiumConductance, _lithiumByCurrent, _lithiumByC) = (side.Resistance, side.Conductance, side.PotentialByCurrent, side.PotentialByC);
        }
        double drive = potential - _point[_layout.ElectrolytePotential] + side.Diffusion;
        double byC = side.ConductanceByC * drive + side.Conductance * (_lithiumShare * side.PotentialByC + side.DiffusionByC);
        double byCurrent = side.Conductance * (_lithiumShare * side.PotentialByCurrent + side.DiffusionByCurrent);
        Span<double> d = _blocks.Diagonal(0);
        d[3] -= byC;
        d[4] += side.Conductance;
        _currentColumn[1] -= byCurrent;
        if (Frozen) return;
        d[0] += byC;
        d[1] -= side.Conductance;
        _currentColumn[0] += byCurrent - 1;
    }

    private void AssembleSolid(int from, int to)
    {
        if (from == 0 && to > 0) _blocks.Diagonal(0)[8] += NegativeTerminalConductance;
        for (int i = from; i < to - 1; i++)
        {
            double g = _solidConductance[i];
            _blocks.Diagonal(i)[8] += g;
            _blocks.Diagonal(i + 1)[8] += g;
            _blocks.Upper(i)[4] = -g;
            _blocks.Lower(i + 1)[4] = -g;
        }
    }

    private void AssembleReactions()
    {
        for (int k = 0; k < _grid.ParticleCount; k++)
        {
            int cell = _grid.ParticleCell[k];
            double area = _grid.Width[cell] * _grid.SurfacePerVolume[k];
            Span<double> exchange = _blocks.Exchange(cell);
            exchange[0] += area * _alpha[k];
            exchange[1] -= area * _beta[k];
        }
    }
}
