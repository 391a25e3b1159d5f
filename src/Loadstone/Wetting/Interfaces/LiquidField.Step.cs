using System.Numerics;
using System.Runtime.InteropServices;
using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Interfaces;

public sealed partial class LiquidField
{
    // What a place holds, as bits: neighbours hold both phases where all of theirs together are mixed.
    private enum Phase : byte
    {
        None = 0,
        Air = 1,
        Liquid = 2,
        Mixed = 3,
    }

    private readonly Phase[] _phases;

    // Places that a step can change: those with both phases among themselves and their eight neighbours; of each, 1 where the liquid's sweeps are
    // compressive (it was mostly liquid as the step began).
    private readonly int[] _band;
    private readonly double[] _keeps;
    private int _bandCount;

    // Liquid through the faces of the band in a sweep, in cells.
    private readonly double[] _upright, _level;

    /// <summary>
    /// Moves the liquid by a step as long as these fluxes allow: what flows into a cell near the interface must find room beside its liquid or its air, whichever is more.
    /// </summary>
    /// <param name="uprightFlux">Fluxes to the right through the upright faces [m²/s], without divergence together with the others; 0 at the sides.</param>
    /// <param name="levelFlux">Fluxes upwards through the level faces [m²/s].</param>
    /// <param name="atMost">Length of the step where nothing limits it [s].</param>
    /// <returns>How long the step was, and what it let through.</returns>
    /// <exception cref="ArgumentException">Fluxes are too few or too many, or pass the sides; nothing has changed.</exception>
    public LiquidStep Step(ReadOnlySpan<double> uprightFlux, ReadOnlySpan<double> levelFlux, double atMost)
    {
        Require.NotNegative(atMost, "s");
        CheckFluxes(uprightFlux, levelFlux);
        FindBand(levelFlux);
        double time = Math.Min(atMost, LargestStep(uprightFlux, levelFlux));
        for (int k = 0; k < _bandCount; k++) _keeps[k] = _shares[_shapes.Sources[_band[k]]] > 0.5 ? 1 : 0;
        double scale = time / (_grid.Cell * _grid.Cell);
        PassEdges(levelFlux, scale);
        // The order alternates, so that neither direction is always first.
        bool isLevelFirst = (_steps++ & 1) == 1;
        if (isLevelFirst) Sweep(levelFlux, scale, _level, false);
        Sweep(uprightFlux, scale, _upright, true);
        if (!isLevelFirst) Sweep(levelFlux, scale, _level, false);
        return Total(time);
    }

    // Infinite where no interface moves.
    private double LargestStep(ReadOnlySpan<double> uprightFlux, ReadOnlySpan<double> levelFlux)
    {
        double largest = double.PositiveInfinity;
        for (int k = 0; k < _bandCount; k++)
        {
            int place = _band[k], cell = _shapes.Sources[place], west = cell + place / _shapes.Stride - 1;
            double inflow = Math.Max(0, uprightFlux[west]) + Math.Max(0, -uprightFlux[west + 1]) + Math.Max(0, levelFlux[cell]) + Math.Max(0, -levelFlux[cell + _grid.Columns]);
            double room = _shapes.Area(place) * Math.Max(_shares[cell], 1 - _shares[cell]);
            if (inflow * largest > room) largest = room / inflow;
        }
        return largest * _grid.Cell * _grid.Cell;
    }

    private void Sweep(ReadOnlySpan<double> fluxes, double scale, double[] liquid, bool isUpright)
    {
        int ahead = isUpright ? 1 : _shapes.Stride, nextFace = isUpright ? 1 : _grid.Columns;
        for (int k = 0; k < _bandCount; k++)
        {
            int place = _band[k], low = LowFace(place, isUpright), high = low + nextFace;
            double back = -fluxes[low] * scale, forth = fluxes[high] * scale;
            HalfPlane half = default;
            if (_phases[place] == Phase.Mixed && (back > 0 || forth > 0)) half = _normals.At(place, _shares);
            if (back >= 0) liquid[low] = -Leaving(place, half, back, isUpright, false);
            else if (_phases[place - ahead] != Phase.Mixed) liquid[low] = _phases[place - ahead] == Phase.Liquid ? -back : 0;
            if (forth >= 0) liquid[high] = Leaving(place, half, forth, isUpright, true);
            else if (_phases[place + ahead] != Phase.Mixed) liquid[high] = _phases[place + ahead] == Phase.Liquid ? forth : 0;
        }
        for (int k = 0; k < _bandCount; k++)
        {
            int place = _band[k], low = LowFace(place, isUpright), high = low + nextFace;
            ref double share = ref _shares[_shapes.Sources[place]];
            share += (liquid[low] - liquid[high] + _keeps[k] * (fluxes[high] * scale - fluxes[low] * scale)) / _shapes.Area(place);
            _phases[place] = PhaseOf(share);
        }
    }

    private int LowFace(int place, bool isUpright) => _shapes.Sources[place] + (isUpright ? place / _shapes.Stride - 1 : 0);

    // Liquid in the slab next to a face whose pore leaves through it.
    private double Leaving(int place, HalfPlane half, double amount, bool isUpright, bool isHigh)
    {
        if (amount == 0 || _phases[place] == Phase.Air) return 0;
        if (_phases[place] == Phase.Liquid) return amount;
        (double nx, double ny, double d) = half;
        if (_shapes.IsWhole(place))
        {
            if (isUpright) return amount * UnitSquare.AreaBehind(nx * amount, ny, isHigh ? d - nx * (1 - amount) : d);
            return amount * UnitSquare.AreaBehind(nx, ny * amount, isHigh ? d - ny * (1 - amount) : d);
        }
        ReadOnlySpan<PlanePoint> corners = _shapes.Corners(place);
        double sign = isHigh ? -1 : 1, sx = isUpright ? sign : 0, sy = isUpright ? 0 : sign;
        var slab = new HalfPlane(sx, sy, ConvexPolygon.Place(corners, sx, sy, amount));
        Span<PlanePoint> clipped = stackalloc PlanePoint[10];
        int count = ConvexPolygon.Clip(corners, slab, clipped);
        if (count < 3) return 0;
        // A slab that is all liquid or all air is so to the last bit: its rounding would be large beside a small neighbour.
        Cut cut = ConvexPolygon.Behind(clipped[..count], half);
        return cut.Length > 0 ? Math.Clamp(cut.Area, 0, amount) : cut.Area > 0 ? amount : 0;
    }

    // Liquid through the top and the bottom where no interface is near; the sweeps do the rest.
    private void PassEdges(ReadOnlySpan<double> levelFlux, double scale)
    {
        int top = _grid.Rows * _grid.Columns;
        for (int column = 0; column < _grid.Columns; column++)
        {
            double up = levelFlux[top + column];
            _level[top + column] = up < 0 || _phases[_shapes.Place(_grid.Rows - 1, column)] == Phase.Liquid ? up * scale : 0;
            _level[column] = levelFlux[column] < 0 && _phases[_shapes.Place(0, column)] == Phase.Liquid ? levelFlux[column] * scale : 0;
        }
    }

    private LiquidStep Total(double time)
    {
        double square = _grid.Cell * _grid.Cell, inflow = 0, outflow = 0;
        int top = _grid.Rows * _grid.Columns;
        for (int column = 0; column < _grid.Columns; column++)
        {
            inflow -= _level[top + column];
            outflow -= _level[column];
        }
        Inflow += inflow * square;
        Outflow += outflow * square;
        return new LiquidStep(time, inflow * square, outflow * square);
    }

    private static Phase PhaseOf(double share) => share <= Trace ? Phase.Air : share >= 1 - Trace ? Phase.Liquid : Phase.Mixed;

    private void MarkPhases()
    {
        for (int place = 0; place < _shapes.Sources.Length; place++)
        {
            if (IsInside(place)) _phases[place] = PhaseOf(_shares[_shapes.Sources[place]]);
            else _phases[place] = place >= _shapes.Place(_grid.Rows, -1) ? Phase.Liquid : Phase.None;
        }
    }

    private void FindBand(ReadOnlySpan<double> levelFlux)
    {
        // Where it runs back through the bottom it brings air, which must find its cell and those beside it in the band.
        for (int column = 0; column < _grid.Columns; column++) _phases[_shapes.Place(-1, column)] = levelFlux[column] > 0 ? Phase.Air : Phase.None;
        _bandCount = 0;
        int stride = _shapes.Stride, end = _shapes.Place(_grid.Rows - 1, _grid.Columns);
        ReadOnlySpan<byte> phases = MemoryMarshal.AsBytes(_phases.AsSpan());
        var mixed = new Vector<byte>((byte)Phase.Mixed);
        for (int place = _shapes.Place(0, 0); place < end; place += Vector<byte>.Count)
        {
            Vector<byte> around = Row(phases, place) | Row(phases, place - stride) | Row(phases, place + stride);
            if (!Vector.EqualsAny(around, mixed)) continue;
            int last = Math.Min(end, place + Vector<byte>.Count);
            for (int k = place; k < last; k++)
            {
                if (around[k - place] == (byte)Phase.Mixed && _phases[k] != Phase.None) _band[_bandCount++] = k;
            }
        }
    }

    private static Vector<byte> Row(ReadOnlySpan<byte> phases, int place) =>
        new Vector<byte>(phases[(place - 1)..]) | new Vector<byte>(phases[place..]) | new Vector<byte>(phases[(place + 1)..]);

    private void CheckFluxes(ReadOnlySpan<double> uprightFlux, ReadOnlySpan<double> levelFlux)
    {
        if (uprightFlux.Length != _upright.Length) throw new ArgumentException($"expected {_upright.Length} fluxes through upright faces, not {uprightFlux.Length}.", nameof(uprightFlux));
        if (levelFlux.Length != _level.Length) throw new ArgumentException($"expected {_level.Length} fluxes through level faces, not {levelFlux.Length}.", nameof(levelFlux));
        for (int row = 0; row < _grid.Rows; row++)
        {
            int west = row * (_grid.Columns + 1);
            if (uprightFlux[west] != 0 || uprightFlux[west + _grid.Columns] != 0) throw new ArgumentException($"the sides are planes of symmetry: nothing can pass them, as in row {row}.", nameof(uprightFlux));
        }
    }
}
