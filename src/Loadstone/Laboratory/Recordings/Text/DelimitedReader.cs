using System.Globalization;
using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Reads the rows of a table of text. Fields that hold no number become NaN and are counted; rows that hold none are passed over.</summary>
internal class DelimitedReader : RecordReader
{
    private static readonly HashSet<RecordColumn> Needed =
        [RecordColumns.TestTime, RecordColumns.Voltage, RecordColumns.Current, RecordColumns.Frequency, RecordColumns.RealImpedance, RecordColumns.ImaginaryImpedance];

    private const int FewestBounds = 64;

    private readonly LineSource _source;
    private readonly TableLayout _layout;
    private readonly (int Start, int End)[] _bounds;
    private readonly FieldMap[] _fields;
    private readonly (int Count, int Line, string Text)[] _bad;
    private readonly Func<ReadOnlySpan<byte>, bool>? _ends;
    private readonly StateSign? _state;
    private readonly StepNames _steps = new();
    private readonly int _step;
    private (int Count, int Line) _short, _long, _passed, _repeated;
    private bool _done;

    /// <summary>Opens the file at its first row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Name of the format.</param>
    /// <param name="layout">How it is laid out.</param>
    /// <param name="ends">Whether a line stands behind the table, or null if the table ends with the file.</param>
    /// <param name="extra">Columns that a derived reader fills, behind those of the layout.</param>
    public DelimitedReader(string path, string format, TableLayout layout, Func<ReadOnlySpan<byte>, bool>? ends = null, IReadOnlyList<RecordColumn>? extra = null)
    {
        _layout = layout;
        _ends = ends;
        Format = format;
        _fields = [.. layout.Fields];
        _bad = new (int, int, string)[_fields.Length];
        _bounds = new (int, int)[Math.Min(TableLayout.MostFields, Math.Max(layout.FieldCount + 1, FewestBounds))];
        Columns = [.. _fields.Select(field => field.Column), .. extra ?? []];
        _step = Array.FindIndex(_fields, field => field.Kind == FieldKind.Word);
        int current = Array.FindIndex(_fields, field => field.Column == RecordColumns.Current);
        if (layout.StateField >= 0 && current >= 0) _state = new StateSign(layout.StateField, current);
        foreach (string note in layout.Notes) Note(note);
        _source = new LineSource(path);
        while (_source.Number < layout.DataLine - 1 && _source.TryRead(out _))
        {
        }
    }

    /// <inheritdoc/>
    public override string Format { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RecordColumn> Columns { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> StepTypes => _steps.Names;

    /// <summary>Number of the line at hand.</summary>
    protected int LineNumber => _source.Number;

    /// <inheritdoc/>
    public override bool Read(RecordBatch batch)
    {
        int row = 0;
        while (row < batch.Capacity && !_done)
        {
            if (!_source.TryRead(out ReadOnlySpan<byte> line))
            {
                _done = true;
                TellProblems();
                break;
            }
            if (line.IsEmpty) continue;
            if (_ends is not null && _ends(line))
            {
                _done = true;
                TellProblems();
                break;
            }
            int count = Fields.Cut(line, _layout.Delimiter, _bounds);
            if (!IsRow(line, count)) continue;
            if (FillRow(line, count, batch, row)) row++;
        }
        batch.Count = row;
        return row > 0;
    }

    /// <summary>Whether a line is a row of the table; a derived reader takes other lines for itself.</summary>
    protected virtual bool IsRow(ReadOnlySpan<byte> line, int count) => true;

    /// <summary>Fills the columns of a derived reader.</summary>
    protected virtual void FillExtra(RecordBatch batch, int row)
    {
    }

    /// <summary>Number of a step's name.</summary>
    protected double NumberOfStep(ReadOnlySpan<byte> name) => _steps.NumberOf(name);

    /// <summary>A field of the line at hand, without the blanks about it; empty if the line has fewer.</summary>
    protected ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int field, int count)
    {
        if (field >= count || field >= _bounds.Length) return default;
        (int start, int end) = _bounds[field];
        return line[start..end];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _source.Dispose();
        base.Dispose(disposing);
    }

    private bool FillRow(ReadOnlySpan<byte> line, int count, RecordBatch batch, int row)
    {
        int numbers = 0, words = 0;
        for (int f = 0; f < _fields.Length; f++)
        {
            FieldMap map = _fields[f];
            double value = double.NaN;
            if (map.Kind == FieldKind.Word)
            {
                words++;
                continue;
            }
            if (map.Field < count && map.Field < _bounds.Length)
            {
                (int start, int end) = _bounds[map.Field];
                if (end > start)
                {
                    ReadOnlySpan<byte> field = line[start..end];
                    if (TryValue(field, map.Kind, out value)) numbers++;
                    else Miss(f, field);
                }
                else if (Needed.Contains(map.Column))
                {
                    Miss(f, field: default);
                }
            }
            batch.Room(f)[row] = map.Scale * value + map.Offset;
        }
        if (numbers == 0 || numbers + words < _fields.Length && line.SequenceEqual(_layout.Header.Span))
        {
            Pass(line);
            return false;
        }
        if (_state is not null)
        {
            Span<double> currents = batch.Room(_state.CurrentColumn);
            currents[row] = _state.Signed(Field(line, _state.Field, count), currents[row]);
        }
        if (_step >= 0) batch.Room(_step)[row] = _steps.NumberOf(Field(line, _fields[_step].Field, count));
        FillExtra(batch, row);
        if (count > _layout.FieldCount && !Field(line, _layout.FieldCount, count).IsEmpty && _long.Count++ == 0) _long.Line = _source.Number;
        return count >= _layout.FieldCount || KeepsShort(count);
    }

    // A row that ends early at the end of the file was cut off, and its last number may be too; elsewhere empty fields at the
    // end were not written.
    private bool KeepsShort(int count)
    {
        int line = _source.Number;
        if (_source.IsLast)
        {
            Note($"line {line}: the last row has {count} of {_layout.FieldCount} fields; the file was cut off there, and the row is left out.");
            return false;
        }
        if (_short.Count++ == 0) _short.Line = line;
        return true;
    }

    private bool TryValue(ReadOnlySpan<byte> field, FieldKind kind, out double value)
    {
        switch (kind)
        {
            case FieldKind.Number:
                return NumberField.TryParse(field, _layout.DecimalComma, out value);
            case FieldKind.Clock:
                return TimeField.IsClock(field) ? TimeField.TryDuration(field, _layout.DecimalComma, out value) : NumberField.TryParse(field, _layout.DecimalComma, out value);
            default:
                if (TimeField.TryDate(field, _layout.DayFirst, out value)) return true;
                if (!NumberField.TryParse(field, _layout.DecimalComma, out double number)) return false;
                value = TimeField.OfSerial(number);
                return double.IsFinite(value);
        }
    }

    private void Miss(int f, ReadOnlySpan<byte> field)
    {
        if (_bad[f].Count++ == 0)
        {
            const int shown = 40;
            _bad[f].Line = _source.Number;
            _bad[f].Text = Encoding.UTF8.GetString(field[..Math.Min(field.Length, shown)]);
        }
    }

    private void Pass(ReadOnlySpan<byte> line)
    {
        // What was counted of a line that is no row does not count.
        for (int f = 0; f < _bad.Length; f++)
        {
            if (_bad[f].Line == _source.Number && --_bad[f].Count == 0) _bad[f].Line = 0;
        }
        if (line.SequenceEqual(_layout.Header.Span))
        {
            if (_repeated.Count++ == 0) _repeated.Line = _source.Number;
        }
        else if (_passed.Count++ == 0)
        {
            _passed.Line = _source.Number;
        }
    }

    private void TellProblems()
    {
        for (int f = 0; f < _bad.Length; f++)
        {
            (int count, int line, string text) = _bad[f];
            if (count > 0) Note(string.Create(CultureInfo.InvariantCulture, $"line {line}, column {_fields[f].Field + 1}: \"{text}\" is no finite number for {_fields[f].Column.Label}; left empty{More(count, "such fields")}."));
        }
        if (_repeated.Count > 0) Note($"line {_repeated.Line}: the headers stand there once more; passed over{More(_repeated.Count, "such lines")}.");
        if (_passed.Count > 0) Note($"line {_passed.Line}: no row of the table; passed over{More(_passed.Count, "such lines")}.");
        if (_short.Count > 0) Note($"line {_short.Line}: the row has fewer fields than the {_layout.FieldCount} headers; the missing ones are left empty{More(_short.Count, "such rows")}.");
        if (_long.Count > 0) Note($"line {_long.Line}: the row has more fields than the {_layout.FieldCount} columns; the further ones are left out{More(_long.Count, "such rows")}.");
        if (_state is { Changed: > 0 }) Note($"the sign of the current was set in {_state.Changed} rows by the column that tells charge from discharge.");
    }

    private static string More(int count, string what) => count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({count} {what})") : "";
}
