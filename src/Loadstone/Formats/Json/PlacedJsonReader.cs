using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Loadstone.Formats.Json;

/// <summary>
/// Reads JSON into values that know their place. Comments and trailing commas are allowed, since a person writes the
/// document; a name that stands twice in an object is an error, since one of the two would be ignored.
/// </summary>
internal sealed class PlacedJsonReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly byte[] _bytes;
    private readonly List<int> _lineStarts = [0];
    private readonly string? _source;
    private readonly string _rootPath;
    private readonly bool _hasLines;

    private PlacedJsonReader(byte[] bytes, string? source, string rootPath, bool hasLines)
    {
        _bytes = bytes;
        _source = source;
        _rootPath = rootPath;
        _hasLines = hasLines;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n') _lineStarts.Add(i + 1);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read, is empty, or is not JSON; the message says where.</exception>
    public static PlacedValue ReadFile(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException("There is no such file.", file: path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string reason = Directory.Exists(path) ? "It is a folder, not a file." : e.Message;
            throw new InputException($"The file cannot be read. {reason}", file: path);
        }
        return Read(bytes, path);
    }

    /// <summary>Reads text.</summary>
    /// <param name="utf8">The bytes of the document.</param>
    /// <param name="source">Name of the file for messages, or null.</param>
    /// <exception cref="InputException">It is not JSON; the message says where.</exception>
    public static PlacedValue Read(byte[] utf8, string? source)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        byte[] bytes = utf8.AsSpan().StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
        return new PlacedJsonReader(bytes, source, "", hasLines: true).ReadDocument();
    }

    /// <summary>Reads the value of one argument: as JSON if it is, else as text.</summary>
    /// <param name="text">The argument's value.</param>
    /// <param name="source">Name of the argument for messages.</param>
    /// <param name="path">JSON path that the value is for.</param>
    public static PlacedValue ReadArgument(string text, string source, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return new PlacedJsonReader(Encoding.UTF8.GetBytes(text), source, path, hasLines: false).ReadDocument();
        }
        catch (InputException)
        {
            return new PlacedText(new JsonPlace(source, null, null, path), text);
        }
    }

    private PlacedValue ReadDocument()
    {
        if (!Utf8.IsValid(_bytes)) throw new InputException("The file is not text in UTF-8, as JSON is.", file: _source);
        if (Encoding.UTF8.GetString(_bytes).AsSpan().IsWhiteSpace()) throw new InputException("The file is empty; one JSON object was expected.", file: _source);
        var reader = new Utf8JsonReader(_bytes, Options);
        var open = new Stack<JsonPlace>();
        try
        {
            reader.Read();
            PlacedValue value = ReadValue(ref reader, _rootPath, open);
            reader.Read(); // throws when something follows
            return value;
        }
        catch (JsonException e)
        {
            throw Broken(e, open);
        }
    }

    private PlacedValue ReadValue(ref Utf8JsonReader reader, string path, Stack<JsonPlace> open)
    {
        JsonPlace place = PlaceAt((int)reader.TokenStartIndex, path);
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return new PlacedText(place, Unescaped(ref reader, place));
            case JsonTokenType.Number: return ReadNumber(ref reader, place);
            case JsonTokenType.True: return new PlacedBoolean(place, true);
            case JsonTokenType.False: return new PlacedBoolean(place, false);
            case JsonTokenType.Null: return new PlacedNull(place);
        }
        open.Push(place);
        PlacedValue value = reader.TokenType == JsonTokenType.StartObject ? ReadObject(ref reader, place, open) : ReadArray(ref reader, place, open);
        open.Pop();
        return value;
    }

    private PlacedObject ReadObject(ref Utf8JsonReader reader, JsonPlace place, Stack<JsonPlace> open)
    {
        var members = new List<PlacedMember>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            JsonPlace namePlace = PlaceAt((int)reader.TokenStartIndex, place.Path);
            string name = Unescaped(ref reader, namePlace);
            namePlace = namePlace.Member(name);
            if (members.Find(m => m.Name == name) is { } first)
                throw namePlace.Error($"\"{name}\" stands twice in the same object, first in line {first.Place.Line}; keep one.");
            reader.Read();
            members.Add(new PlacedMember(name, namePlace, ReadValue(ref reader, namePlace.Path, open)));
        }
        return new PlacedObject(place, members);
    }

    private PlacedArray ReadArray(ref Utf8JsonReader reader, JsonPlace place, Stack<JsonPlace> open)
    {
        var items = new List<PlacedValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader, $"{place.Path}[{items.Count}]", open));
        return new PlacedArray(place, items);
    }

    private static string Unescaped(ref Utf8JsonReader reader, JsonPlace place)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw place.Error("The text holds an escape that is no character.");
        }
    }

    private static PlacedNumber ReadNumber(ref Utf8JsonReader reader, JsonPlace place)
    {
        string written = Encoding.UTF8.GetString(reader.ValueSpan);
        if (!reader.TryGetDouble(out double value) || !double.IsFinite(value))
            throw place.Error($"{written} is too large for a number.");
        return new PlacedNumber(place, value, written);
    }

    private InputException Broken(JsonException e, Stack<JsonPlace> open)
    {
        if (IsPrefix() && open.TryPeek(out JsonPlace? opened))
        {
            string what = opened.Path.Length == 0 ? "the document" : $"\"{opened.Path}\"";
            return PlaceAt(_bytes.Length, "").Error($"The JSON is cut off: {what}, opened in line {opened.Line}, is not closed.");
        }
        int line = (int)(e.LineNumber ?? 0);
        int offset = Math.Min(_bytes.Length, _lineStarts[Math.Min(line, _lineStarts.Count - 1)] + (int)(e.BytePositionInLine ?? 0));
        int tail = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return PlaceAt(offset, "").Error($"This is not JSON. {(tail < 0 ? e.Message : e.Message[..tail])}");
    }

    // Whether more text could make it JSON: a reader that expects more then finds no fault.
    private bool IsPrefix()
    {
        var reader = new Utf8JsonReader(_bytes, isFinalBlock: false, new JsonReaderState(Options));
        try
        {
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private JsonPlace PlaceAt(int offset, string path)
    {
        if (!_hasLines) return new JsonPlace(_source, null, null, path);
        int line = _lineStarts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        int start = _lineStarts[line];
        return new JsonPlace(_source, line + 1, Encoding.UTF8.GetCharCount(_bytes, start, offset - start) + 1, path);
    }
}
