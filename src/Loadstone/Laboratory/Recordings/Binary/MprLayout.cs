using System.Buffers.Binary;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>A number of a row of a BioLogic data module.</summary>
/// <param name="Name">Name as in the program's text export.</param>
/// <param name="Offset">Bytes from the row's beginning.</param>
/// <param name="Stored">How it is stored.</param>
/// <param name="Mask">Bits that count, of one that shares a byte; 0 otherwise.</param>
/// <param name="Shift">Place of the lowest of those bits.</param>
internal sealed record MprField(string Name, int Offset, StoredNumber Stored, int Mask = 0, int Shift = 0);

/// <summary>Where the rows of a BioLogic data module stand, and what each holds.</summary>
/// <param name="Fields">The numbers of a row that can be told apart.</param>
/// <param name="RowLength">Bytes of a row.</param>
/// <param name="RowCount">Rows that the module should have.</param>
/// <param name="Offset">Bytes before the first row, from the module's content on.</param>
internal sealed record MprLayout(IReadOnlyList<MprField> Fields, int RowLength, long RowCount, int Offset)
{
    /// <summary>Bytes at the module's beginning that hold the layout.</summary>
    public const int HeadLength = 1007;

    /// <summary>The layout of a data module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="note">Told what is not known.</param>
    /// <exception cref="InputException">The rows cannot be told apart.</exception>
    public static MprLayout Of(MprModule module, ReadOnlySpan<byte> head, string path, Action<string> note)
    {
        int offset = module.Version switch { 0 => 100, 2 => 405, 3 => 406, 10 or 11 => 1007, _ => 0 };
        if (offset == 0)
        {
            throw new InputException(FormattableString.Invariant($"the data module at byte {module.Offset} has version {module.Version}; expected 0, 2, 3, 10 or 11."), file: path);
        }
        if (head.Length < offset) throw new InputException(FormattableString.Invariant($"the file ends at byte {module.Offset + head.Length}, before the first row of data."), file: path);

        uint rowCount = BinaryPrimitives.ReadUInt32LittleEndian(head);
        bool isWide = module.Version >= 10;
        int columnCount = isWide ? BinaryPrimitives.ReadUInt16LittleEndian(head[4..]) : head[4];
        int ids = isWide ? 6 : 5, idLength = module.Version == 0 ? 1 : 2;
        if (columnCount == 0 || ids + columnCount * idLength > offset)
            throw new InputException(FormattableString.Invariant($"byte {module.Offset + 4}: the data module names {columnCount} columns; expected 1 to {(offset - ids) / idLength}."), file: path);

        int[] columns = new int[columnCount];
        for (int i = 0; i < columnCount; i++)
            columns[i] = idLength == 1 ? head[ids + i] : BinaryPrimitives.ReadUInt16LittleEndian(head[(ids + 2 * i)..]);
        return Place(module, columns, rowCount, offset, path, note);
    }

    private static MprLayout Place(MprModule module, int[] ids, long rowCount, int offset, string path, Action<string> note)
    {
        long room = module.Length - offset;
        bool[] isFlag = [.. ids.Select(MprColumns.Flags.ContainsKey)];
        int[] sizes = new int[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            // Flags share one byte, where the first of them stands.
            if (isFlag[i]) sizes[i] = Array.IndexOf(isFlag, true) == i ? 1 : 0;
            else sizes[i] = MprColumns.Find(ids[i]) is { } known ? MprColumns.SizeOf(known.Stored) : -1;
        }
        int[] unknown = [.. Enumerable.Range(0, ids.Length).Where(i => sizes[i] < 0)];
        int knownLength = sizes.Where(s => s > 0).Sum();
        int rowLength = knownLength + 4 * unknown.Length;
        if (rowCount > 0 && room >= 0 && room % rowCount == 0 && room / rowCount <= 8L * ids.Length)
        {
            int rest = (int)(room / rowCount) - knownLength;
            if (unknown.Length == 0)
            {
                if (rest != 0) Count(module, ref rowCount, rowLength, room, path, note);
            }
            else if (rest < unknown.Length || (unknown.Length == 1 && rest is not (1 or 2 or 4 or 8)))
            {
                throw Mismatch(module, rest + knownLength, knownLength, path);
            }
            else
            {
                rowLength = rest + knownLength;
            }
        }
        else
        {
            Count(module, ref rowCount, rowLength, room, path, note);
        }

        int[] starts = Starts(sizes, unknown, rowLength - knownLength, rowLength);
        int flags = Array.IndexOf(isFlag, true);
        var fields = new List<MprField>();
        for (int i = 0; i < ids.Length; i++)
        {
            int start = starts[isFlag[i] ? flags : i];
            if (start < 0)
            {
                note(FormattableString.Invariant($"byte {module.Offset + 4}: column {i + 1} of the data, with the identifier {ids[i]}, is left out: its place in the row cannot be told."));
            }
            else if (MprColumns.Flags.TryGetValue(ids[i], out (string Name, int Mask, int Shift) flag))
            {
                fields.Add(new MprField(flag.Name, start, StoredNumber.Byte, flag.Mask, flag.Shift));
            }
            else if (sizes[i] > 0)
            {
                (string name, StoredNumber stored) = MprColumns.Find(ids[i])!.Value;
                if (MprColumns.IsGuessed(ids[i]))
                    note(FormattableString.Invariant($"byte {module.Offset + 4}: column {i + 1} of the data has the identifier {ids[i]}, which is read as {ids[i] & 0xFF}, \"{name}\", since newer files use the low byte so."));
                fields.Add(new MprField(name, start, stored));
            }
            else
            {
                int size = unknown.Length == 1 ? rowLength - knownLength : 4;
                note(FormattableString.Invariant($"byte {module.Offset + 4}: column {i + 1} of the data has the identifier {ids[i]}, which is not known; its numbers of {size} bytes stand under \"column {ids[i]}\"."));
                fields.Add(new MprField(FormattableString.Invariant($"column {ids[i]}"), start, (StoredNumber)size));
            }
        }
        return new MprLayout(fields, rowLength, rowCount, offset);
    }

    // Rows of a known length, whose number in the head is wrong, as in files of interrupted measurements.
    private static void Count(MprModule module, ref long rowCount, int rowLength, long room, string path, Action<string> note)
    {
        if (rowLength == 0 || room < 0 || room % rowLength != 0) throw Mismatch(module, rowCount > 0 ? room / rowCount : room, rowLength, path);
        if (rowCount != room / rowLength)
            note(FormattableString.Invariant($"byte {module.Offset}: the data module tells of {rowCount} rows, but has room for {room / rowLength} of {rowLength} bytes, which are read."));
        rowCount = room / rowLength;
    }

    // Where each column starts: from the row's beginning up to the first of unknown size, from its end back to the last; -1 between.
    private static int[] Starts(int[] sizes, int[] unknown, int unknownLength, int rowLength)
    {
        int[] starts = new int[sizes.Length];
        bool isClear = unknown.Length < 2 || unknownLength == 4 * unknown.Length;
        int at = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            starts[i] = at;
            at += sizes[i] >= 0 ? sizes[i] : unknown.Length == 1 ? unknownLength : 4;
        }
        if (isClear) return starts;
        starts.AsSpan(unknown[0]).Fill(-1);
        at = rowLength;
        for (int i = sizes.Length - 1; i > unknown[^1]; i--) starts[i] = at -= sizes[i];
        return starts;
    }

    private static InputException Mismatch(MprModule module, long told, int known, string path) =>
        new(FormattableString.Invariant($"byte {module.Offset}: rows of {told} bytes do not fit the columns that the data module names, of {known} bytes; this version of the file is not known."), file: path);
}
