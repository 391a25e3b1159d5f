namespace Loadstone.Wetting.Areas;

/// <summary>
/// Liquid that fills an area: ε ∂S/∂t = ∇·(K/μ ∇Φ) with Kirchhoff's potential in each layer (L. A. Richards, Physics 1, 318 (1931)). The pressure is
/// continuous where layers meet, which is solved for at each such face. Amounts are volumes per area [m].
/// </summary>
internal sealed class FillingLaw : IStorageLaw
{
    private const int MostIterations = 200;

    // Of a liquid [1/Pa] (carbonates and water have 4 to 7e-10). It keeps the pressure of a full region behind a nearly dry one determined.
    private const double Compressibility = 5e-10;

    private readonly AreaGrid _grid;
    private readonly SuctionCurve[] _curves;
    private readonly double[] _mobility, _capacity, _potentialOfReservoir;
    private readonly AreaBoundary[] _open;

    internal FillingLaw(WettingArea area, AreaGrid grid)
    {
        _grid = grid;
        _curves = [.. area.Layers.Select(layer => new SuctionCurve(layer.Properties))];
        // The gas that stays takes away from the permeability as any other does.
        _mobility = [.. area.Layers.Select(layer => layer.Properties.Permeability * Math.Pow(1 - layer.Properties.TrappedShare, 3 + 2 / layer.Properties.PoreIndex) / area.Liquid.Viscosity)];
        _capacity = [.. Enumerable.Range(0, grid.Cells).Select(cell => grid.VolumeOf(cell) * area.Layers[grid.LayerOf(cell)].Porosity * (1 - area.Layers[grid.LayerOf(cell)].Properties.TrappedShare))];
        _potentialOfReservoir = [.. _curves.Select(curve => curve.PotentialAt(area.ReservoirPressure, out _))];
        _open = grid.Of(area.Feed);
    }

    public double Kink => 1;

    public ReadOnlySpan<AreaBoundary> Open => _open;

    public double Capacity(int cell) => _capacity[cell];

    public double Storage(int cell, double u, out double slope)
    {
        double full = _capacity[cell];
        slope = u < 1 ? full : full * Compressibility * _curves[_grid.LayerOf(cell)].PressureSlopeWhenFull;
        return full + slope * (u - 1);
    }

    public double Inflow(int open, double u, out double slope)
    {
        AreaBoundary face = _open[open];
        int layer = _grid.LayerOf(face.Cell);
        double conductance = face.Shape * _mobility[layer];
        double potential = _curves[layer].Potential(u, out double by);
        slope = -conductance * by;
        return conductance * (_potentialOfReservoir[layer] - potential);
    }

    public double Flux(int face, double first, double second, out double byFirst, out double bySecond)
    {
        AreaFace at = _grid.Faces[face];
        int a = _grid.LayerOf(at.First), b = _grid.LayerOf(at.Second);
        double first0 = _curves[a].Potential(first, out double slopeA), second0 = _curves[b].Potential(second, out double slopeB);
        double toA = at.FirstShape * _mobility[a], toB = at.SecondShape * _mobility[b];
        if (a == b)
        {
            double conductance = toA * toB / (toA + toB);
            (byFirst, bySecond) = (conductance * slopeA, -conductance * slopeB);
            return conductance * (first0 - second0);
        }
        return Between(a, b, first, second, toA, toB, (first0, slopeA), (second0, slopeB), out byFirst, out bySecond);
    }

    // Between layers: the pressure at the face at which as much leaves the one layer as enters the other. It is sought as y in p = highest + s − exp y,
    // with s of the size of the suctions, since it may be anything from the highest pressure down to that of pores that are all but dry.
    private double Between(int a, int b, double first, double second, double toA, double toB, (double Value, double Slope) inA, (double Value, double Slope) inB, out double byFirst, out double bySecond)
    {
        (byFirst, bySecond) = (0, 0);
        if (inA.Value <= 0 && inB.Value <= 0) return 0;
        double highest = Math.Max(first > 0 ? _curves[a].Pressure(first) : double.NegativeInfinity, second > 0 ? _curves[b].Pressure(second) : double.NegativeInfinity);
        double shift = Math.Min(_curves[a].Entry, _curves[b].Entry), low = Math.Log(shift), high = low + 1;
        while (Excess(high, out _, out _, out _) < 0) high = low + 2 * (high - low);
        double y = low;
        for (int i = 0; ; i++)
        {
            double excess = Excess(y, out double flux, out double passA, out double passB);
            if (excess > 0) high = y; else low = y;
            double next = y - excess / ((passA + passB) * Math.Exp(y));
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - y) <= 1e-15 * Math.Max(1, Math.Abs(y)) || next <= low || next >= high || i == MostIterations)
            {
                double sum = passA + passB;
                if (!(sum > 0)) return flux;
                (byFirst, bySecond) = (toA * inA.Slope * passB / sum, -toB * inB.Slope * passA / sum);
                return flux;
            }
            y = next;
        }

        // What leaves the first layer less what enters the second, rising in y, and what each passes by pressure.
        double Excess(double at, out double leaves, out double passA, out double passB)
        {
            double pressure = highest + shift - Math.Exp(at);
            leaves = toA * (inA.Value - _curves[a].PotentialAt(pressure, out passA));
            double enters = toB * (_curves[b].PotentialAt(pressure, out passB) - inB.Value);
            (passA, passB) = (toA * passA, toB * passB);
            return leaves - enters;
        }
    }
}
