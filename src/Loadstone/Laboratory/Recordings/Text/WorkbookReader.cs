using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Reads the sheets of a workbook that hold one recording, row by row.</summary>
internal sealed class WorkbookReader : RecordReader
{
    private const string Name = "workbook";
    private const int HeadRows = 60, MostHeaders = 500;
    private static readonly string[] Programs = ["Neware", "Arbin", "any"];

    private readonly string _path;
    private readonly IExcelDataReader _book;
    private readonly FieldMap[] _fields;
    private readonly TableLayout _layout;
    private readonly string[] _headers;
    private readonly int[] _bad;
    private readonly StateSign? _state;
    private readonly StepNames _steps = new();
    private readonly int _step;
    private int _row;
    private bool _done;

    private WorkbookReader(string path, IExcelDataReader book, int sheet, int dataRow, string[] headers, TableLayout layout)
    {
        _path = path;
        _book = book;
        _headers = headers;
        _layout = layout;
        _fields = [.. layout.Fields];
        _bad = new int[_fields.Length];
        Columns = [.. _fields.Select(field => field.Column)];
        _step = Array.FindIndex(_fields, field => field.Kind == FieldKind.Word);
        int current = Array.FindIndex(_fields, field => field.Column == RecordColumns.Current);
        if (layout.StateField >= 0 && current >= 0) _state = new StateSign(layout.StateField, current);
        foreach (string note in layout.Notes) Note(note);
        for (int s = 0; s < sheet; s++) _book.NextResult();
        while (_row < dataRow - 1 && _book.Read()) _row++;
    }

    /// <inheritdoc/>
    public override string Format => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<RecordColumn> Columns { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> StepTypes => _steps.Names;

    /// <summary>Whether a file is a workbook, by its beginning.</summary>
    public static bool Recognises(FileHead head)
    {
        ReadOnlySpan<byte> bytes = head.Bytes.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return true;
        return bytes.StartsWith("PK"u8) && (bytes.IndexOf("[Content_Types].xml"u8) >= 0 || bytes.IndexOf("xl/"u8) >= 0);
    }

    /// <summary>Whether a file is a workbook.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static bool IsWorkbook(string path)
    {
        using var source = new LineSource(path);
        return source.TryRead(out ReadOnlySpan<byte> line) && (line.StartsWith("PK"u8) || line.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]));
    }

    /// <summary>Opens the first sheet that has headers of a recording.</summary>
    /// <param name="path">The file.</param>
    /// <param name="choices">What a person says the columns are; may be empty.</param>
    /// <exception cref="InputException">It has none, or is damaged.</exception>
    public static RecordReader Open(string path, IReadOnlyList<ColumnChoice> choices) => Guarded(path, () =>
    {
        var seen = new List<string>();
        using IExcelDataReader book = NewBook(path);
        int sheet = 0;
        do
        {
            string[] lines = HeadOf(book);
            foreach (Vocabulary vocabulary in choices.Count > 0 ? [Vocabulary.Of(choices)] : Programs.Select(Vocabulary.Of))
            {
                if ((ColumnNumbers.Find(lines, choices) ?? HeaderPlace.Find(lines, vocabulary)) is not { Delimiter: (byte)'\t' } place) continue;
                TableLayout layout = new LayoutBuilder(place, vocabulary, [.. lines.Skip(place.DataLine - 1)]).Build(default) with { DecimalComma = false };
                if (!layout.Fields.Any(field => field.Column == RecordColumns.Voltage || field.Column == RecordColumns.RealImpedance)) continue;
                TextTable.Check(path, $"sheet {book.Name}", place, layout);
                var reader = new WorkbookReader(path, NewBook(path), sheet, place.DataLine, [.. place.Headers], layout);
                TextFormats.CheckChoices(reader, path, choices);
                return reader;
            }
            seen.Add($"\"{book.Name}\" ({string.Join(", ", lines.FirstOrDefault(line => line.Trim().Length > 0)?.Split('\t') ?? [])})");
            sheet++;
        }
        while (book.NextResult());
        throw new InputException($"no sheet holds a recording with a voltage or an impedance; the sheets and their first rows are {string.Join("; ", seen)}.", Name, path);
    });

    /// <inheritdoc/>
    public override bool Read(RecordBatch batch)
    {
        int row = 0;
        while (row < batch.Capacity && !_done)
        {
            if (!Guarded(_path, _book.Read))
            {
                if (Guarded(_path, NextSheet)) continue;
                _done = true;
                Tell();
                break;
            }
            _row++;
            if (Fill(batch, row)) row++;
        }
        batch.Count = row;
        return row > 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _book.Dispose();
        base.Dispose(disposing);
    }

    // Long recordings go on in further sheets with the same headers.
    private bool NextSheet()
    {
        while (_book.NextResult())
        {
            _row = 0;
            while (_row < HeadRows && _book.Read())
            {
                _row++;
                if (_headers.Select((header, c) => Text(_book, c) == header).All(same => same)) return true;
            }
        }
        return false;
    }

    private bool Fill(RecordBatch batch, int row)
    {
        int numbers = 0;
        for (int f = 0; f < _fields.Length; f++)
        {
            FieldMap map = _fields[f];
            if (map.Kind == FieldKind.Word) continue;
            object? cell = map.Field < _book.FieldCount ? _book.GetValue(map.Field) : null;
            double value = ValueOf(cell, map.Kind);
            if (double.IsFinite(value)) numbers++;
            else if (cell is not null and not "") _bad[f]++;
            batch.Room(f)[row] = map.Scale * value + map.Offset;
        }
        if (numbers > 0 && _layout.StateField >= 0)
        {
            byte[] name = Encoding.UTF8.GetBytes(Text(_book, _layout.StateField).Trim());
            batch.Room(_step)[row] = _steps.NumberOf(name);
            if (_state is not null) batch.Room(_state.CurrentColumn)[row] = _state.Signed(name, batch.Room(_state.CurrentColumn)[row]);
        }
        return numbers > 0;
    }

    private double ValueOf(object? cell, FieldKind kind)
    {
        switch (cell)
        {
            case double number: return kind == FieldKind.Date ? TimeField.OfSerial(number) : number;
            case int number: return number;
            case DateTime date: return kind == FieldKind.Clock ? date.TimeOfDay.TotalSeconds : (date - DateTime.UnixEpoch).TotalSeconds;
            case TimeSpan time: return time.TotalSeconds;
            case string text:
                byte[] bytes = Encoding.UTF8.GetBytes(text.Trim());
                double value = double.NaN;
                bool read = kind switch
                {
                    FieldKind.Clock => TimeField.TryDuration(bytes, false, out value),
                    FieldKind.Date => TimeField.TryDate(bytes, _layout.DayFirst, out value),
                    _ => NumberField.TryParse(bytes, false, out value),
                };
                return read ? value : double.NaN;
            default: return double.NaN;
        }
    }

    private void Tell()
    {
        for (int f = 0; f < _bad.Length; f++)
        {
            if (_bad[f] > 0) Note($"{_bad[f]} cells of {_fields[f].Column.Label} hold no number; left empty.");
        }
        if (_state is { Changed: > 0 }) Note($"the sign of the current was set in {_state.Changed} rows by the column that tells charge from discharge.");
    }

    private static IExcelDataReader NewBook(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateReader(File.OpenRead(path), new ExcelReaderConfiguration { LeaveOpen = false });
    }

    private static string[] HeadOf(IExcelDataReader book)
    {
        var lines = new List<string>();
        while (lines.Count < HeadRows && book.Read())
        {
            int count = Math.Min(book.FieldCount, MostHeaders);
            lines.Add(string.Join('\t', Enumerable.Range(0, count).Select(c => Text(book, c))));
        }
        return [.. lines];
    }

    private static string Text(IExcelDataReader book, int column) => column >= book.FieldCount ? "" : book.GetValue(column) switch
    {
        null => "",
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        { } other => (other.ToString() ?? "").Replace('\t', ' ').Replace('\n', ' '),
    };

    // The library throws whatever it meets in a damaged file.
    private static T Guarded<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is not (InputException or OutOfMemoryException or OperationCanceledException))
        {
            throw new InputException($"the workbook is damaged or not of a known kind: {e.Message}", file: path);
        }
    }
}
