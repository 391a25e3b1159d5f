using Loadstone.Wetting.Capillary;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Stokes;
using Loadstone.Wetting.Study;

namespace Loadstone.Wetting.Bridge;

/// <summary>
/// Filling of a small bed by viscous flow and surface tension together, from a flat front on its discs until the liquid comes to their lowest point: what lies
/// between viscous flow alone (<see cref="StudyRun"/>) and capillarity alone (<see cref="CapillaryFilling"/>). Not safe for concurrent use.
/// </summary>
public sealed class BridgeRun
{
    // Free height above the discs, and how deep the first of them stands in the liquid where it begins, in cells.
    private const double HeadSpace = 6, Dipped = 0.05;

    // Of a flux, what comes in during a step at most, over the pore volume.
    private const double LongestStep = 2e-3;

    // Capillary number of the fastest marker below which fronts before a reservoir stand still.
    private const double Rest = 1e-6;

    // Share of a pore that liquid has when it counts as filled: a meniscus that waits before the pore's far throats takes most of the rest.
    private const double Full = 0.9;

    private readonly BridgeOptions _options;
    private readonly DiscBed _bed;
    private readonly StokesFlow _flow;
    private readonly FrontWalls _walls;
    private readonly BridgeFlow _fronts;
    private readonly PoreSpace _space;
    private readonly PoreCells _pores;
    private readonly double _start;
    private readonly List<BridgeSample> _history = [];
    private readonly List<PoreFilled> _filled = [];
    private readonly List<StudyFrame> _frames = [];
    private readonly bool[] _isFilled;
    private double _time, _injected, _massError;

    private BridgeRun(DiscBed bed, BridgeOptions options)
    {
        _options = options;
        Percolation.Check(bed, options.Cell);
        double top = bed.Discs.Max(disc => disc.Y + disc.Radius);
        _bed = DiscBed.Of(bed.Width, Math.Max(bed.Height, top + HeadSpace * options.Cell), bed.Discs, bed.Source);
        GridMemory.Check(_bed, options.Cell);
        CutCellGrid grid = CutCellGrid.Of(_bed, options.Cell);
        double speed = options.Drive is FillingDrive.Flux flux ? flux.Speed : options.Liquid.SurfaceTension / options.Liquid.Viscosity;
        _flow = new StokesFlow(grid, speed, new FluidPair(options.Liquid.Viscosity, options.GasViscosity));
        _walls = new FrontWalls(_bed, options.Liquid.ContactAngle);
        double height = top - Dipped * grid.Cell;
        Front flat = Front.Open(_walls, new(_walls.LeftSide, height), [.. Enumerable.Range(1, 2 * grid.Columns - 1).Select(i => new PlanePoint(i * grid.Cell / 2, height))], new(_walls.RightSide, -height));
        _fronts = new BridgeFlow(_flow, _walls, options.Liquid.SurfaceTension, true, [flat]);
        _space = new PoreSpace(_bed);
        _pores = new PoreCells(grid, _space);
        _isFilled = new bool[_space.Pores.Count];
        _start = _fronts.Area;
    }

    /// <summary>Whether the liquid has come to the lowest point of the discs, or stands still.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Liquid between the highest and the lowest point of the discs over the pore volume there.</summary>
    public double Saturation => _injected / _space.Volume;

    /// <summary>The filling so far, one moment a step.</summary>
    public IReadOnlyList<BridgeSample> History => _history;

    /// <summary>A dry bed under liquid.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="options">How it is filled.</param>
    /// <exception cref="InputException">The grid cannot hold the bed: too coarse for its discs or gaps, or more cells than there is memory for.</exception>
    public static BridgeRun Begin(DiscBed bed, BridgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(bed);
        ArgumentNullException.ThrowIfNull(options);
        return new BridgeRun(bed, options);
    }

    /// <summary>Goes on by a step.</summary>
    public void Advance()
    {
        if (IsDone) return;
        double volume = _flow.InletVelocity * _bed.Width;
        double? pressure = _options.Drive is FillingDrive.Reservoir reservoir ? reservoir.Pressure : null;
        double longest = pressure is null ? LongestStep * _space.Volume / volume : double.PositiveInfinity;
        double step = _fronts.Step(longest, 1, pressure);
        _time += step;
        _injected += step * volume * _fronts.Inflow;
        _massError = Math.Max(_massError, Math.Abs(_fronts.Area - _start - _injected) / _space.Volume);
        _history.Add(new BridgeSample(_time, Saturation, _fronts.Pressure));
        for (int pore = 0; pore < _isFilled.Length; pore++)
        {
            if (_isFilled[pore] || !(_pores.Share(pore, _fronts.Share) >= Full)) continue;
            _isFilled[pore] = true;
            _filled.Add(new PoreFilled(pore, _time, Saturation));
        }
        if (_frames.Count < Math.Min(_options.Frames, Saturation * _options.Frames)) _frames.Add(StudyFrame.Of(_time, Saturation, _fronts.Share));
        IsDone = HasBrokenThrough() || (pressure is not null && _fronts.Speed * _options.Liquid.Viscosity < Rest * _options.Liquid.SurfaceTension);
    }

    /// <summary>The filling so far.</summary>
    public BridgeResult Result() =>
        new(_bed, _options, _flow.Grid, [.. _history], [.. _filled], HasBrokenThrough(), _massError, [.. _frames]);

    private bool HasBrokenThrough() => _fronts.Fronts.Any(front => front.Markers.Any(marker => marker.Y <= _space.Bottom));
}
