using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Interfaces;
using Loadstone.Wetting.Stokes;

namespace Loadstone.Wetting.Study;

/// <summary>
/// Filling of a bed by viscous flow alone, in steps that can be interrupted: the slow flow of both fluids is found for where they are, then the interface moves in
/// it for a flow interval. No surface tension acts, so that nothing holds air back but the liquid's own path. Not safe for concurrent use.
/// </summary>
public sealed class StudyRun
{
    private readonly DiscBed _bed;
    private readonly StudyOptions _options;
    private readonly StokesFlow _flow;
    private readonly LiquidField _liquid;
    private readonly double _poreArea, _interval;
    private readonly int _intervals;
    private readonly List<StudySample> _history = [];
    private readonly List<StudyFrame> _frames = [];
    private StudySample? _breakthrough;
    private double _massError;
    private long _steps;

    private StudyRun(DiscBed bed, StudyOptions options)
    {
        Percolation.Check(bed, options.Cell);
        GridMemory.Check(bed, options.Cell);
        (_bed, _options) = (bed, options);
        CutCellGrid grid = CutCellGrid.Of(bed, options.Cell);
        _flow = new StokesFlow(grid, options.InletVelocity, options.Fluids);
        _liquid = new LiquidField(grid);
        foreach (double pore in grid.Pore) _poreArea += pore * grid.Cell * grid.Cell;
        _intervals = (int)Math.Ceiling(options.PoreVolumes / options.FlowInterval - 1e-9);
        _interval = options.FlowInterval * _poreArea / (options.InletVelocity * bed.Width);
    }

    /// <summary>Share of the run that is done.</summary>
    public double Done => (double)_history.Count / _intervals;

    /// <summary>Whether all liquid has been injected.</summary>
    public bool IsDone => _history.Count == _intervals;

    /// <summary>The grid.</summary>
    public CutCellGrid Grid => _flow.Grid;

    /// <summary>The filling so far, one sample a flow interval.</summary>
    public IReadOnlyList<StudySample> History => _history;

    /// <summary>Pictures of the filling so far.</summary>
    public IReadOnlyList<StudyFrame> Frames => _frames;

    /// <summary>What tells the filling of one bed from that of another or with other options: 16 hexadecimal digits, such as for the name of its checkpoint.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="options">How it is filled.</param>
    public static string Key(DiscBed bed, StudyOptions options)
    {
        ArgumentNullException.ThrowIfNull(bed);
        ArgumentNullException.ThrowIfNull(options);
        return Convert.ToHexStringLower(StudyCheckpoint.Fingerprint(bed, options).AsSpan(0, 8));
    }

    /// <summary>A dry bed.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="options">How it is filled.</param>
    /// <exception cref="InputException">The grid cannot hold the bed: too coarse for its discs or gaps, or more cells than there is memory for.</exception>
    public static StudyRun Begin(DiscBed bed, StudyOptions options)
    {
        ArgumentNullException.ThrowIfNull(bed);
        ArgumentNullException.ThrowIfNull(options);
        return new StudyRun(bed, options);
    }

    /// <summary>A filling that goes on from a checkpoint as if never interrupted, to the last bit.</summary>
    /// <param name="bed">The same bed.</param>
    /// <param name="options">The same options.</param>
    /// <param name="checkpoint">What <see cref="Save"/> wrote.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <exception cref="InputException">It is no checkpoint, is damaged, or is of another bed or other options.</exception>
    public static StudyRun Resume(DiscBed bed, StudyOptions options, Stream checkpoint, string source)
    {
        StudyRun run = Begin(bed, options);
        StudyCheckpoint state = StudyCheckpoint.Read(checkpoint, StudyCheckpoint.Fingerprint(bed, options), source);
        run._liquid.Restore(state.Liquid);
        run._history.AddRange(state.History);
        run._frames.AddRange(state.Frames);
        (run._breakthrough, run._massError, run._steps) = (state.Breakthrough, state.MassError, state.Steps);
        return run;
    }

    /// <summary>Writes what is needed to go on later.</summary>
    public void Save(Stream stream) =>
        new StudyCheckpoint(_liquid.Save(), _history, _frames, _breakthrough, _massError, _steps).Write(stream, StudyCheckpoint.Fingerprint(_bed, _options));

    /// <summary>Goes on by one flow interval.</summary>
    public void Advance()
    {
        if (IsDone) return;
        _flow.Solve(_liquid.Share);
        double left = _interval, before = _liquid.Outflow;
        while (left > 1e-12 * _interval)
        {
            left -= _liquid.Step(_flow.UprightFlux, _flow.LevelFlux, left).Time;
            _steps++;
        }
        double stored = _liquid.LiquidArea, time = (_history.Count + 1) * _interval, injected = _options.InletVelocity * _bed.Width;
        _history.Add(new StudySample(time, time * injected / _poreArea, stored / _poreArea, (_liquid.Outflow - before) / (injected * _interval), _flow.PressureDrop));
        _massError = Math.Max(_massError, Math.Abs(_liquid.Inflow - _liquid.Outflow - stored) / _liquid.Inflow);
        if (_breakthrough is null && HasReachedBottom()) _breakthrough = _history[^1];
        if (_options.Frames > 0 && _frames.Count < (long)_history.Count * _options.Frames / _intervals) _frames.Add(StudyFrame.Of(_history[^1].Time, _history[^1].PoreVolumes, _liquid.Share));
    }

    /// <summary>The filling so far; the flow is that of the fluids where they are now.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been injected yet.</exception>
    public StudyResult Result()
    {
        if (_history.Count == 0) throw new InvalidOperationException("Nothing has been injected yet.");
        _flow.Solve(_liquid.Share);
        return new StudyResult(_flow.Grid, _options, [.. _history], _breakthrough, _massError, [.. _frames], _liquid.Share.ToArray(), _flow.Pressure(), _flow.Speed(), _steps);
    }

    private bool HasReachedBottom()
    {
        for (int column = 0; column < _flow.Grid.Columns; column++)
        {
            if (_flow.Grid.Pore[column] > 0 && _liquid.Share[column] > 0.5) return true;
        }
        return false;
    }
}
