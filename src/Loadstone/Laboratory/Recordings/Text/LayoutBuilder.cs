using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Works out from headers and the first rows how a table is to be read.</summary>
internal sealed class LayoutBuilder(HeaderPlace place, Vocabulary vocabulary, IReadOnlyList<string> rows)
{
    private readonly List<string> _notes = [];
    private readonly List<FieldMap> _fields = [];
    private readonly HashSet<string> _names = [];
    private string[][] _samples = [];
    private bool _decimalComma, _dayFirst;

    /// <summary>The layout.</summary>
    /// <param name="header">The line of headers as in the file.</param>
    /// <param name="isQuiet">Whether columns left out are not worth a note.</param>
    public TableLayout Build(ReadOnlyMemory<byte> header, bool isQuiet = false)
    {
        _samples = [.. rows.Where(row => !string.IsNullOrWhiteSpace(row)).Select(row => Fields.Texts(row, (char)place.Delimiter))];
        _decimalComma = place.Delimiter != ',' && HasDecimalComma();
        _dayFirst = place.Headers.Select((_, f) => f).Any(f => Values(f).Any(value => FirstOfSlashes(value) > 12));
        int state = -1, count = place.Headers.Count;
        while (count > 1 && place.Headers[count - 1].Length == 0) count--;
        int filled = Math.Min(count, _samples.Select(row => row.Length).DefaultIfEmpty(count).Max());
        var words = new List<string>();
        for (int f = 0; f < Math.Min(count, TableLayout.MostFields); f++)
        {
            string name = place.Headers[f].Length == 0 ? $"column {f + 1}" : place.Headers[f];
            HeaderMeaning? meaning = vocabulary.Find(place.Headers[f], out string? strange);
            if (meaning == HeaderMeaning.State)
            {
                if (_names.Add(RecordColumns.StepType.Name))
                {
                    state = f;
                    _fields.Add(new FieldMap(f, RecordColumns.StepType, FieldKind.Word, 1, 0));
                    continue;
                }
                meaning = null;
            }
            if (meaning is null && strange is not null && UnitScale.IsUnit(strange) && place.Line > 0)
                _notes.Add($"line {place.Line}, column {f + 1}: the header \"{name}\" has the unit {strange}, which does not fit what it names; its numbers are kept as they are.");
            if (!Add(f, name, meaning) && place.Headers[f].Length > 0) words.Add(name);
        }
        if (words.Count > 0 && !isQuiet) _notes.Add($"columns without numbers are left out: {string.Join(", ", words)}.");
        return new TableLayout(place.DataLine, header, place.Delimiter, _decimalComma, _dayFirst, filled, state, _fields, _notes);
    }

    private bool Add(int f, string name, HeaderMeaning? meaning)
    {
        FieldKind kind = FieldKind.Number;
        string? first = Values(f).FirstOrDefault(value => value.Length > 0);
        if (first is not null)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(first);
            if (TimeField.TryDate(bytes, _dayFirst, out _)) kind = FieldKind.Date;
            else if (TimeField.TryDuration(bytes, _decimalComma, out _)) kind = FieldKind.Clock;
            else if (meaning?.Column is null && !Values(f).Any(value => NumberField.TryParse(Encoding.UTF8.GetBytes(value), _decimalComma, out _))) return false;
        }
        else if (meaning?.Column is null)
        {
            return false;
        }
        RecordColumn? column = meaning?.Column;
        if (kind == FieldKind.Date || meaning is { IsDate: true })
        {
            // A column of times may hold dates instead; the time since the start is then found from them.
            if (column != RecordColumns.UnixTime && column != RecordColumns.TestTime || _names.Contains(RecordColumns.UnixTime.Name)) return column is null ? false : AddOther(f, name, kind);
            _names.Add(RecordColumns.UnixTime.Name);
            _fields.Add(new FieldMap(f, RecordColumns.UnixTime, FieldKind.Date, 1, 0));
            if (kind == FieldKind.Date) _notes.Add($"the dates of \"{name}\" have no time zone; they count as UTC{(IsAmbiguous(first!) ? $", and {first} as {(_dayFirst ? "day/month" : "month/day")}" : "")}.");
            return true;
        }
        if (column is null || !_names.Add(column.Name))
        {
            if (column is not null) _notes.Add($"line {place.Line}, column {f + 1}: \"{name}\" names {column.Label} once more; the first such column counts.");
            return AddOther(f, name, kind);
        }
        double factor = meaning!.Factor;
        if (kind == FieldKind.Clock) factor = 1;
        else if (!meaning.UnitIsKnown) factor = InferredTimeUnit(f, name);
        _fields.Add(new FieldMap(f, column, kind, column.IsSigned ? -factor : factor, meaning.Offset));
        return true;
    }

    private bool AddOther(int f, string name, FieldKind kind)
    {
        string unique = name;
        for (int n = 2; !_names.Add(unique); n++) unique = $"{name} ({n})";
        _fields.Add(new FieldMap(f, RecordColumn.Other(unique), kind, 1, 0));
        return true;
    }

    private IEnumerable<string> Values(int f) => _samples.Select(row => f < row.Length ? row[f] : "");

    private bool HasDecimalComma()
    {
        int commas = 0, points = 0;
        foreach (string value in _samples.SelectMany(row => row))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(value);
            if (value.Contains(',', StringComparison.Ordinal) && NumberField.TryParse(bytes, true, out _)) commas++;
            else if (value.Contains('.', StringComparison.Ordinal) && NumberField.TryParse(bytes, false, out _)) points++;
        }
        return commas > points;
    }

    private static int FirstOfSlashes(string value)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash is 1 or 2 && value.IndexOf('/', slash + 1) > 0 && int.TryParse(value.AsSpan(0, slash), out int first) ? first : 0;
    }

    private bool IsAmbiguous(string value) => !_dayFirst && FirstOfSlashes(value) is > 0 and <= 12;

    // A bare "Time" is in seconds unless the dates beside it say another unit.
    private double InferredTimeUnit(int f, string name)
    {
        for (int d = 0; d < place.Headers.Count; d++)
        {
            (double Time, double Date)[] pairs = [.. _samples.Where(row => row.Length > Math.Max(f, d)).Select(row => (Number(row[f]), Date(row[d]))).Where(p => double.IsFinite(p.Item1) && double.IsFinite(p.Item2))];
            if (d == f || pairs.Length < 2) continue;
            double passed = pairs[^1].Time - pairs[0].Time, dated = pairs[^1].Date - pairs[0].Date;
            if (!(passed > 0 && dated > 0)) continue;
            foreach ((double seconds, string unit) in ((double, string)[])[(1, "seconds"), (60, "minutes"), (3600, "hours"), (86400, "days"), (1e-3, "milliseconds")])
            {
                if (Math.Abs(dated / passed / seconds - 1) > 0.05) continue;
                _notes.Add($"\"{name}\" has no unit; by the dates of \"{place.Headers[d]}\" it counts {unit}.");
                return seconds;
            }
        }
        _notes.Add($"\"{name}\" has no unit; it counts as seconds.");
        return 1;
    }

    private double Number(string text) => NumberField.TryParse(Encoding.UTF8.GetBytes(text), _decimalComma, out double value) ? value : double.NaN;

    private double Date(string text) => TimeField.TryDate(Encoding.UTF8.GetBytes(text), _dayFirst, out double value) ? value : double.NaN;
}
