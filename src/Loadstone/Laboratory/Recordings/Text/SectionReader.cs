using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>What a line of a file of sections is.</summary>
internal enum SectionLine
{
    /// <summary>A line within a section.</summary>
    Within,

    /// <summary>The beginning of a table that is wanted.</summary>
    Begins,

    /// <summary>The end of a table, or the beginning of another section.</summary>
    Ends,
}

/// <summary>Reads all tables of a file of sections that have the columns of the first, one after the other.</summary>
internal sealed class SectionReader : DelimitedReader
{
    private readonly Func<ReadOnlySpan<byte>, SectionLine> _kind;
    private readonly byte[] _header;
    private readonly int _below, _extra;
    private bool _isWithin = true;
    private int _number = 1, _toSkip;

    /// <summary>Opens a file at the first row of its first table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Name of the format.</param>
    /// <param name="layout">Layout of the first table.</param>
    /// <param name="kind">What a line is.</param>
    /// <param name="below">Lines of headers and units below the line that begins a table; where there are none, that line holds the headers.</param>
    /// <param name="numbered">The column that counts the tables, or null.</param>
    public SectionReader(string path, string format, TableLayout layout, Func<ReadOnlySpan<byte>, SectionLine> kind, int below, RecordColumn? numbered)
        : base(path, format, layout, null, numbered is null ? [] : [numbered])
    {
        _kind = kind;
        _below = below;
        _header = layout.Header.ToArray();
        _extra = numbered is null ? -1 : layout.Fields.Count;
    }

    /// <inheritdoc/>
    protected override bool IsRow(ReadOnlySpan<byte> line, int count)
    {
        if (_toSkip > 0)
        {
            if (_toSkip-- == _below && _isWithin) Compare(line);
            return false;
        }
        SectionLine kind = _kind(line);
        if (kind == SectionLine.Within) return _isWithin;
        _isWithin = kind == SectionLine.Begins;
        if (!_isWithin) return false;
        _number++;
        _toSkip = _below;
        if (_below == 0) Compare(line);
        return false;
    }

    /// <inheritdoc/>
    protected override void FillExtra(RecordBatch batch, int row)
    {
        if (_extra >= 0) batch.Room(_extra)[row] = _number;
    }

    private void Compare(ReadOnlySpan<byte> line)
    {
        _isWithin = line.SequenceEqual(_header);
        if (!_isWithin) Note($"line {LineNumber}: table {_number} has other columns than the first ({Encoding.Latin1.GetString(line).Trim().Replace('\t', ' ')}); it is left out.");
    }
}
