namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>
/// Gives each row of an archive its time, step, charge and energy. Instruments write them for some rows only, with the time since the
/// row before; for those between, time is interpolated within a step, or goes on at its last pace, and charge and energy are
/// integrated by the trapezoid rule.
/// </summary>
internal sealed class NdcTimeline : IDisposable
{
    private readonly NdcPages _pages;
    private readonly NdcLayout _layout;
    private readonly List<NdcStep> _steps;
    private readonly Action<string> _note;
    private NdcRunInfo _known, _next;
    private bool _hasKnown, _hasNext, _hasToldEmpty, _hasToldFilled, _hasToldStep;
    private long _knownStep, _nextStep;
    private double _pace, _lastCurrent, _lastPower;

    /// <summary>The times of an archive.</summary>
    /// <param name="pages">data_runInfo.ndc.</param>
    /// <param name="steps">data_step.ndc.</param>
    /// <param name="layout">Their layout.</param>
    /// <param name="note">Told what is missing.</param>
    public NdcTimeline(NdcPages pages, List<NdcStep> steps, NdcLayout layout, Action<string> note)
    {
        _pages = pages.Divided(layout.RunInfoLength);
        _layout = layout;
        _steps = steps;
        _note = note;
        Advance();
    }

    /// <summary>Completes a row that has its index, voltage and current; the rows come in order.</summary>
    public void Complete(ref NewareRow row)
    {
        while (_hasNext && _next.Index <= row.Index)
        {
            (_known, _knownStep, _hasKnown) = (_next, _nextStep, true);
            Advance();
        }
        if (!_hasKnown)
        {
            Tell(ref _hasToldEmpty, row.Index, "has no time before it in data_runInfo.ndc; time, charge and energy are left empty");
            row.Step = row.StepId = row.Cycle = row.Status = row.StepTime = row.UnixTime = double.NaN;
            row.ChargingCapacity = row.DischargingCapacity = row.ChargingEnergy = row.DischargingEnergy = double.NaN;
            return;
        }
        bool isOfThisStep = row.Step == _knownStep;
        row.Step = _knownStep;
        if (_known.Index == row.Index)
        {
            if (isOfThisStep && _known.StepTime > row.StepTime) _pace = _known.StepTime - row.StepTime;
            row.StepTime = _known.StepTime;
            row.UnixTime = _known.UnixTime;
            row.ChargingCapacity = _known.ChargingCapacity;
            row.DischargingCapacity = _known.DischargingCapacity;
            row.ChargingEnergy = _known.ChargingEnergy;
            row.DischargingEnergy = _known.DischargingEnergy;
        }
        else
        {
            Fill(ref row);
        }
        NdcStep step = _knownStep >= 1 && _knownStep <= _steps.Count ? _steps[(int)_knownStep - 1] : new NdcStep(double.NaN, double.NaN, double.NaN);
        if (double.IsNaN(step.Cycle)) Tell(ref _hasToldStep, row.Index, "is of a step that data_step.ndc does not tell of; cycle and status are left empty");
        (row.Cycle, row.StepId, row.Status) = (step.Cycle, step.StepId, step.Status);
        (_lastCurrent, _lastPower) = (row.ChargingCurrent, row.ChargingCurrent * row.Voltage);
    }

    /// <inheritdoc/>
    public void Dispose() => _pages.Dispose();

    private void Fill(ref NewareRow row)
    {
        Tell(ref _hasToldFilled, row.Index, "has no time, charge and energy of its own in data_runInfo.ndc; time is interpolated, charge and energy are integrated");
        double before = row.StepTime;
        if (_hasNext && _nextStep == _knownStep && _next.StepTime >= _known.StepTime)
        {
            // Up to the row before the next known one, whose time that one tells.
            double part = (double)(row.Index - _known.Index) / (_next.Index - 1 - _known.Index);
            double last = Math.Clamp(_next.Elapsed, 0, _next.StepTime - _known.StepTime);
            row.StepTime = _known.StepTime + part * (_next.StepTime - last - _known.StepTime);
            row.UnixTime = _known.UnixTime + part * (_next.UnixTime - last - _known.UnixTime);
        }
        else
        {
            row.StepTime += _pace;
            row.UnixTime += _pace;
        }
        double elapsed = row.StepTime - before;
        if (elapsed > 0) _pace = elapsed;
        double charge = 0.5 * elapsed * (_lastCurrent + row.ChargingCurrent), energy = 0.5 * elapsed * (_lastPower + row.ChargingCurrent * row.Voltage);
        if (charge > 0) row.ChargingCapacity += charge;
        else row.DischargingCapacity -= charge;
        if (energy > 0) row.ChargingEnergy += energy;
        else row.DischargingEnergy -= energy;
    }

    private void Tell(ref bool hasTold, long index, string what)
    {
        if (!hasTold) _note(FormattableString.Invariant($"row {index}, the first of such, {what}."));
        hasTold = true;
    }

    // The first of several rows with one index counts.
    private void Advance()
    {
        long last = _hasNext ? _next.Index : 0, rawStep = _next.RawStep;
        do
        {
            _hasNext = _pages.Next();
            if (!_hasNext) return;
            _next = _layout.RunInfo(_pages.Slot);
        }
        while (_next.Index <= last);
        if (_layout.NumbersSteps) _nextStep = _next.RawStep;
        else if (_nextStep == 0 || _next.RawStep != rawStep) _nextStep++;
    }
}
