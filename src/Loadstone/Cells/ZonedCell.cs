namespace Loadstone.Cells;

/// <summary>A part of a cell's area, as uniform as a <see cref="Cells.Cell"/>.</summary>
/// <param name="Name">Name shown in tables.</param>
/// <param name="AreaShare">Its part of the area, above 0.</param>
/// <param name="Cell">The cell that the zone would be if it had the whole area.</param>
public sealed record CellZone(string Name, double AreaShare, Cell Cell);

/// <summary>
/// Zones of unequal electrodes side by side between the same foils: all have the voltage of the terminals, and their currents
/// add up. Foils have no resistance, salt and lithium do not cross from zone to zone. In-plane heterogeneity as Yari et al.
/// (ACS Appl. Energy Mater. 2020, section 3.2) describe it. Checked when made.
/// </summary>
public sealed record ZonedCell
{
    private const double RoundOff = 1e-9, VoltageRoundOff = 1e-12, ChargeRoundOff = 1e-13;
    private const int MostIterations = 100;

    /// <summary>A cell of zones.</summary>
    /// <param name="zones">The zones; their shares add to 1, and they agree in area, 1C, cut-offs, temperature and kind of negative electrode.</param>
    /// <exception cref="InputException">The shares do not add to 100 %, or the cell heats by itself.</exception>
    /// <exception cref="ArgumentException">The zones do not agree in what they have in common.</exception>
    public ZonedCell(IReadOnlyList<CellZone> zones)
    {
        Zones = [.. Require.NotEmpty(zones)];
        double sum = zones.Sum(zone => zone.AreaShare);
        if (zones.Any(zone => !(zone.AreaShare > 0)) || !(Math.Abs(sum - 1) <= RoundOff))
            throw new InputException(FormattableString.Invariant($"the zones' shares of the area add to {sum * 100:0.######} %; expected shares above 0 % that add to 100 %."));
        if (zones.Any(zone => zone.Cell.Thermal is not null))
            throw new InputException("zones side by side have one temperature; expected a cell that does not heat by itself.");
        Cell first = zones[0].Cell;
        foreach (CellZone zone in zones)
        {
            Cell cell = zone.Cell;
            bool agree = cell.Area == first.Area && cell.OneC == first.OneC && cell.LowerCutOff == first.LowerCutOff && cell.UpperCutOff == first.UpperCutOff
                && cell.Temperature == first.Temperature && cell.IsHalfCell == first.IsHalfCell;
            if (!agree) throw new ArgumentException($"Zone {zone.Name} differs from {zones[0].Name} in area, 1C, cut-offs, temperature or kind of negative electrode.", nameof(zones));
        }
    }

    /// <summary>The zones.</summary>
    public IReadOnlyList<CellZone> Zones { get; }

    /// <summary>Area of all zones together [m²].</summary>
    public double Area => Zones[0].Cell.Area;

    /// <summary>What the terminals see: area, 1C and cut-offs are those of the whole, the rest that of the first zone.</summary>
    internal Cell Terminals => Zones[0].Cell;

    /// <summary>
    /// The rest states of all zones at the voltage that they have in common at a state of charge of the whole cell, 1 at the upper
    /// cut-off: Σ share × capacity × state of charge of the zone.
    /// </summary>
    /// <param name="stateOfCharge">State of charge, 0 to 1.</param>
    /// <exception cref="InputException">A zone cannot rest at its cut-offs, or the state of charge lies outside [0, 1].</exception>
    public IReadOnlyList<RestState> RestAt(double stateOfCharge)
    {
        if (stateOfCharge is not (> 0 and < 1)) return [.. Zones.Select(zone => CellBalance.RestAt(zone.Cell, stateOfCharge))];
        double[] capacities = [.. Zones.Select(zone => zone.AreaShare * CellBalance.CapacityPerArea(zone.Cell))];
        double wanted = stateOfCharge * capacities.Sum();
        double[] states = new double[Zones.Count];
        double Excess(double voltage)
        {
            double charge = -wanted;
            for (int z = 0; z < states.Length; z++) charge += capacities[z] * (states[z] = CellBalance.StateOfChargeAt(Zones[z].Cell, voltage));
            return charge;
        }
        (double low, double high) = (Terminals.LowerCutOff, Terminals.UpperCutOff);
        (double below, double above) = (-wanted, capacities.Sum() - wanted);
        // The voltage at rest rises with the charge. False position, with the weight of an end that stays halved (Illinois).
        for (int i = 0, side = 0; i < MostIterations && high - low > VoltageRoundOff; i++)
        {
            double voltage = (low * above - high * below) / (above - below), excess = Excess(voltage);
            if (Math.Abs(excess) <= ChargeRoundOff * wanted) break;
            if (excess > 0)
            {
                (high, above) = (voltage, excess);
                if (side == 1) below /= 2;
                side = 1;
            }
            else
            {
                (low, below) = (voltage, excess);
                if (side == -1) above /= 2;
                side = -1;
            }
        }
        return [.. states.Select((state, z) => CellBalance.RestAt(Zones[z].Cell, Math.Clamp(state, 0, 1)))];
    }
}
