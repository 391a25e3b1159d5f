namespace Loadstone.Electrochemistry;

// Double layers: C ∂(phis − phie)/∂t flows beside the reaction, from the solid into the electrolyte, carried by lithium ions of the
// salt (Ong, Newman, J. Electrochem. Soc. 146, 4360 (1999)). Where a cell has some, phis − phie is a differential unknown: a start
// carries it over, and what it must then find is how much current each double layer takes.
internal sealed partial class PorousElectrodeSystem
{
    // An exchange between solid and electrolyte that lets their potentials differ by no more than they do [S/m²].
    private const double Rigid = 1e40;

    private readonly double _lithiumCapacitance;
    private readonly bool _particleDoubleLayers;

    // Mean reaction of the electrode with more surface per current density of the cell: the scale of reactions that still are small.
    private readonly double _reactionPerCurrent;

    // At the latest Factor, where lithium has a double layer: share 1/(1 + c R C) of what drives the reaction that its potential
    // follows, R = −∂(film and overpotential)/∂j, and how current, salt and potential go into each other.
    private double _lithiumShare = 1, _lithiumResistance, _lithiumConductance, _lithiumByCurrent, _lithiumByC;

    /// <summary>Shortest time step [s]: a small double layer under a current that sets in is faster than anything else.</summary>
    public double SmallestTimeStep => HasDoubleLayers ? 1e-15 : 1e-9;

    /// <summary>Whether particles or lithium have double layers.</summary>
    public bool HasDoubleLayers => _particleDoubleLayers || LithiumHasDoubleLayer;

    /// <summary>Whether lithium metal has a double layer.</summary>
    public bool LithiumHasDoubleLayer => _lithiumCapacitance > 0;

    /// <summary>Reaction at the lithium in a state [A/m²]: all of the current but what its double layer takes.</summary>
    public double LithiumReactionOf(ReadOnlySpan<double> y) => y[LithiumHasDoubleLayer ? _layout.LithiumReaction : _layout.Current];

    /// <summary>Charge in the double layers of the particles [C/m²].</summary>
    public double DoubleLayerCharge(ReadOnlySpan<double> y)
    {
        if (!_particleDoubleLayers) return 0;
        double charge = 0;
        for (int i = 0; i < _grid.Count; i++) charge += _grid.DoubleLayer[i] * (y[_layout.SolidPotential + i] - y[_layout.ElectrolytePotential + i]);
        return charge;
    }

    /// <summary>Slopes of the potentials across the double layers, from a residual without slopes; they are put on φ_s.</summary>
    public void DoubleLayerSlopes(ReadOnlySpan<double> residual, Span<double> slope)
    {
        for (int i = 0; i < _grid.Count; i++)
        {
            if (_grid.DoubleLayer[i] > 0) slope[_layout.SolidPotential + i] = -residual[_layout.SolidPotential + i] / _grid.DoubleLayer[i];
        }
        if (LithiumHasDoubleLayer) slope[_layout.LithiumPotential] = -residual[_layout.LithiumPotential] / _lithiumCapacitance;
    }

    // What flows into the electrolyte of each cell, beside the reactions [A/m³].
    private void AddDoubleLayerCurrents(ReadOnlySpan<double> slope)
    {
        if (!_particleDoubleLayers) return;
        for (int i = 0; i < _grid.Count; i++)
        {
            _reactionSum[i] += _grid.DoubleLayer[i] / _grid.Width[i] * (slope[_layout.SolidPotential + i] - slope[_layout.ElectrolytePotential + i]);
        }
    }

    // Electrical energy that goes into the double layers instead of becoming heat [W/m²].
    private double DoubleLayerPower(ReadOnlySpan<double> y, ReadOnlySpan<double> slope)
    {
        double power = 0;
        if (_particleDoubleLayers)
        {
            int s = _layout.SolidPotential, e = _layout.ElectrolytePotential;
            for (int i = 0; i < _grid.Count; i++) power += _grid.DoubleLayer[i] * (y[s + i] - y[e + i]) * (slope[s + i] - slope[e + i]);
        }
        return LithiumHasDoubleLayer ? power + _lithiumCapacitance * y[_layout.LithiumPotential] * slope[_layout.LithiumPotential] : power;
    }

    // C ψ' + j − i, and the kinetics as far as they are not what the potential says.
    private void LithiumResidual(in LithiumSide side, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual)
    {
        int at = _layout.LithiumPotential;
        residual[at] = Frozen ? 0 : _lithiumCapacitance * slope[at] + y[_layout.LithiumReaction] - y[_layout.Current];
        residual[_layout.LithiumReaction] = y[at] + side.Potential;
    }

    // In a start phis − phie stands still, and the current of the double layer is free: an exchange beside which all else is nothing.
    private void AssembleDoubleLayers()
    {
        if (!_particleDoubleLayers) return;
        for (int i = 0; i < _grid.Count; i++)
        {
            if (_grid.DoubleLayer[i] > 0) _blocks.Exchange(i)[0] += Frozen ? Rigid : _grid.DoubleLayer[i] * _leading;
        }
    }

    // Takes potential and reaction of the lithium out of the first cell's equations: what of δψ does not come from salt or current.
    private double EliminateLithium(ReadOnlySpan<double> b)
    {
        if (!LithiumHasDoubleLayer) return 0;
        double change = _lithiumShare * (b[_layout.LithiumReaction] + _lithiumResistance * b[_layout.LithiumPotential]);
        _cellRhs[0] += _lithiumConductance * change;
        _cellRhs[1] -= _lithiumConductance * change;
        return change;
    }

    private void SolveLithium(Span<double> b, double change, double salt, double current)
    {
        if (!LithiumHasDoubleLayer) return;
        double driven = _lithiumByCurrent * current + _lithiumByC * salt;
        double potential = change - _lithiumShare * driven;
        b[_layout.LithiumReaction] = Frozen
            ? ((_lithiumByCurrent + _lithiumResistance) * current + _lithiumByC * salt - b[_layout.LithiumReaction]) / _lithiumResistance
            : current - _lithiumCapacitance * _leading * potential + b[_layout.LithiumPotential];
        b[_layout.LithiumPotential] = potential;
    }
}
