namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>
/// Reads Neware's layered export: rows of cycles, of steps (one field in) and of records (two fields in), under three lines of
/// headers; the first step of a cycle may stand in the cycle's own row.
/// </summary>
internal sealed class NewareNestedReader : DelimitedReader
{
    private static readonly RecordColumn[] Extra = [RecordColumns.CycleCount, RecordColumns.StepId, RecordColumns.StepCount, RecordColumns.StepType];

    private readonly int _firstExtra, _current, _cycleFields, _index, _number, _type;
    private double _cycle = double.NaN, _stepIndex = double.NaN, _stepNumber = double.NaN, _stepType = double.NaN;
    private int _sign, _changed;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Name of the format.</param>
    /// <param name="layout">Layout of the rows of records.</param>
    /// <param name="cycleHeaders">Headers of the rows of cycles.</param>
    /// <param name="stepHeaders">Headers of the rows of steps; the first is empty.</param>
    public NewareNestedReader(string path, string format, TableLayout layout, IReadOnlyList<string> cycleHeaders, IReadOnlyList<string> stepHeaders)
        : base(path, format, layout, null, Extra)
    {
        _firstExtra = layout.Fields.Count;
        _current = Columns.ToList().IndexOf(RecordColumns.Current);
        _cycleFields = cycleHeaders.Count;
        _index = IndexOf(stepHeaders, "Step Index");
        _number = IndexOf(stepHeaders, "Step Number");
        _type = IndexOf(stepHeaders, "Step Type");
    }

    /// <inheritdoc/>
    protected override bool IsRow(ReadOnlySpan<byte> line, int count)
    {
        bool isCycle = Field(line, 0, count).Length > 0;
        if (!isCycle && Field(line, 1, count).IsEmpty) return true;
        int shift = 0;
        if (isCycle)
        {
            if (!NumberField.TryParse(Field(line, 0, count), false, out double cycle)) return false;
            _cycle = cycle;
            if (count <= _cycleFields) return false;
            shift = _cycleFields - 1;
        }
        if (_index > 0 && NumberField.TryParse(Field(line, _index + shift, count), false, out double index)) _stepIndex = index;
        if (_number > 0 && NumberField.TryParse(Field(line, _number + shift, count), false, out double number)) _stepNumber = number;
        if (_type > 0)
        {
            ReadOnlySpan<byte> type = Field(line, _type + shift, count);
            _sign = StateSign.SignOf(type);
            _stepType = NumberOfStep(type);
        }
        return false;
    }

    /// <inheritdoc/>
    protected override void FillExtra(RecordBatch batch, int row)
    {
        batch.Room(_firstExtra)[row] = _cycle;
        batch.Room(_firstExtra + 1)[row] = _stepIndex;
        batch.Room(_firstExtra + 2)[row] = _stepNumber;
        batch.Room(_firstExtra + 3)[row] = _stepType;
        if (_current < 0 || _sign == 0) return;
        Span<double> currents = batch.Room(_current);
        if (currents[row] == 0 || double.IsNaN(currents[row]) || Math.Sign(currents[row]) == _sign) return;
        currents[row] = -currents[row];
        if (_changed++ == 0) Note("the sign of the current is set by the kind of each step.");
    }

    private static int IndexOf(IReadOnlyList<string> headers, string name) => headers.ToList().FindIndex(header => header.Equals(name, StringComparison.OrdinalIgnoreCase));
}
