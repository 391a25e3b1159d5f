using System.Text.Json;
using Loadstone.Numerics;
using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>
/// Reads one object of a data file field by field; what is missing, unknown or not as expected is an <see cref="InputException"/>
/// with file and place. An object may stand on another one ("like"), whose fields then count where it has none.
/// </summary>
internal sealed class MaterialReader
{
    private readonly JsonElement _own;
    private readonly JsonElement? _base;
    private readonly string _path;
    private readonly string _file;
    private readonly Func<string, TableFunction> _table;
    private readonly string? _defaultSource;
    private readonly List<MaterialReader> _children = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public MaterialReader(string name, JsonElement own, JsonElement? @base, string file, Func<string, TableFunction> table)
        : this(name, own, @base, file, table, "", null)
    {
        if (own.TryGetProperty("source", out JsonElement source) && source.ValueKind == JsonValueKind.String) _defaultSource = source.GetString();
    }

    private MaterialReader(string name, JsonElement own, JsonElement? @base, string file, Func<string, TableFunction> table, string path, string? source)
    {
        (Name, _own, _base, _file, _table, _path, _defaultSource) = (name, own, @base, file, table, path, source);
        if (own.ValueKind != JsonValueKind.Object) throw Problem("expected an object { … }");
        if (@base is not null) _known.Add("like");
    }

    /// <summary>The laws or assumptions of a built-in file, read when they are first asked for; messages call them as the file is called.</summary>
    /// <param name="file">The file, such as "wetting-laws.json".</param>
    /// <param name="read">Takes the fields.</param>
    public static Lazy<T> BuiltIn<T>(string file, Func<MaterialReader, T> read) => new(() => Whole(Path.GetFileNameWithoutExtension(file).Replace('-', ' '), file, read));

    /// <summary>Reads a built-in file whole; a field that nothing reads is an error.</summary>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="file">The file.</param>
    /// <param name="read">Takes the fields.</param>
    public static T Whole<T>(string name, string file, Func<MaterialReader, T> read)
    {
        var reader = new MaterialReader(name, DataFiles.Json(file), null, file, DataFiles.Table);
        T laws = read(reader);
        reader.Finish();
        return laws;
    }

    /// <summary>What a function of an active material depends on, with the domain where its file gives none.</summary>
    public static readonly FunctionVariable Stoichiometry = new(QuantityKinds.Ratio, 0, 1);

    /// <summary>What a function of an electrolyte depends on, with the domain where its file gives none.</summary>
    public static readonly FunctionVariable SaltConcentration = new(QuantityKinds.Concentration, 0, 4000);

    /// <summary>The name of the entry.</summary>
    public string Name { get; }

    /// <summary>Other names of the entry.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string Text(string field) => TextOf(Required(field), field);

    public IReadOnlyList<string> Texts(string field)
    {
        if (Find(field) is not { } list) return [];
        if (list.ValueKind != JsonValueKind.Array) throw Problem("expected a list of sentences", field);
        return [.. list.EnumerateArray().Select(item => TextOf(item, field))];
    }

    public int? OptionalCount(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out int count) && count > 0 => count,
        _ => throw Problem("expected a whole number above 0", field),
    };

    public SourcedValue Value(string field, QuantityKind kind) => ValueOf(Required(field), field, kind);

    public SourcedValue? OptionalValue(string field, QuantityKind kind) => Find(field) is { } json ? ValueOf(json, field, kind) : null;

    public SourcedFunction Function(string field, QuantityKind kind, FunctionVariable variable)
    {
        JsonElement json = Required(field);
        if (json.ValueKind == JsonValueKind.String || json.TryGetProperty("value", out _))
        {
            SourcedValue constant = ValueOf(json, field, kind);
            return new SourcedFunction
            {
                Function = new ConstantFunction(constant.Value), Kind = kind, VariableKind = variable.Kind, Domain = (variable.Low, variable.High),
                Source = constant.Source, Assumed = constant.Assumed, Note = constant.Why, Constant = constant,
            };
        }
        return FunctionOf(Child(field, json), kind, variable);
    }

    public SourcedFunction? OptionalFunction(string field, QuantityKind kind, FunctionVariable variable) =>
        Find(field) is null ? null : Function(field, kind, variable);

    /// <summary>The object in a field, to be read and finished in turn.</summary>
    public MaterialReader Child(string field) => Child(field, Required(field));

    /// <summary>The object in a field, or null where the field is missing.</summary>
    public MaterialReader? OptionalChild(string field) => Find(field) is { } json ? Child(field, json) : null;

    /// <summary>The objects of a list, to be read and finished in turn.</summary>
    public IReadOnlyList<MaterialReader> Children(string field)
    {
        JsonElement list = Required(field);
        if (list.ValueKind != JsonValueKind.Array) throw Problem("expected a list of objects", field);
        return [.. list.EnumerateArray().Select((item, i) => Child($"{field}[{i}]", item))];
    }

    /// <summary>Checks that every field was one that somebody read.</summary>
    public void Finish()
    {
        foreach (JsonProperty property in _own.EnumerateObject())
        {
            if (_known.Contains(property.Name)) continue;
            string? near = NearestName.Find(property.Name, _known);
            throw Problem(near is null ? "no such field" : $"no such field; did you mean {near}?", property.Name);
        }
        foreach (MaterialReader child in _children) child.Finish();
    }

    public InputException Problem(string problem, string? field = null) => new(problem + ".", Place(field), _file);

    private MaterialReader Child(string field, JsonElement json)
    {
        var child = new MaterialReader(Name, json, null, _file, _table, Place(field)!, _defaultSource);
        _children.Add(child);
        return child;
    }

    private static SourcedFunction FunctionOf(MaterialReader reader, QuantityKind kind, FunctionVariable variable)
    {
        (string? source, string? why) = reader.Provenance();
        bool isTable = reader.Find("table") is not null;
        ScalarFunction? function = null;
        Expression? formula = null;
        (double Low, double High) domain = (variable.Low, variable.High);
        if (isTable)
        {
            TableFunction table = reader._table(reader.Text("table"));
            (function, domain) = (table, table.Domain);
        }
        else
        {
            try
            {
                formula = Expression.Parse(reader.Text("expression"), "x", "T");
            }
            catch (InputException problem)
            {
                throw problem.At(reader.Place("expression"), reader._file);
            }
            function = formula.Bind("T", 298.15).ToFunction("x");
        }
        if (reader.Find("domain") is { } given) domain = reader.Domain(given, variable.Kind);
        return new SourcedFunction
        {
            Function = function, Formula = formula, Kind = kind, VariableKind = variable.Kind, Domain = domain,
            Source = source, Assumed = source is null, Note = why ?? (reader.Find("note") is null ? null : reader.Text("note")),
        };
    }

    private (double, double) Domain(JsonElement json, QuantityKind kind)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != 2) throw Problem("expected [low, high]", "domain");
        double low = Quantity(json[0], "domain", kind), high = Quantity(json[1], "domain", kind);
        return low < high ? (low, high) : throw Problem("expected low below high", "domain");
    }

    private SourcedValue ValueOf(JsonElement json, string field, QuantityKind kind)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            string source = _defaultSource ?? throw Problem("expected an object with value and source", field);
            return SourcedValue.Of(Quantity(json, field, kind), kind, source);
        }
        MaterialReader reader = Child(field, json);
        double value = reader.Quantity(reader.Required("value"), "value", kind);
        (string? stated, string? why) = reader.Provenance();
        if (stated is not null) return SourcedValue.Of(value, kind, stated);
        double low = reader.Quantity(reader.Required("low"), "low", kind), high = reader.Quantity(reader.Required("high"), "high", kind);
        if (!(low <= value && value <= high)) throw reader.Problem("an assumed value lies between its low and high");
        return SourcedValue.Assume(value, kind, low, high, why!);
    }

    /// <summary>The source, or the reason of an assumption: exactly one of the two.</summary>
    private (string? Source, string? Why) Provenance()
    {
        bool assumed = Find("assumed") is { } flag && (flag.ValueKind == JsonValueKind.True || flag.ValueKind == JsonValueKind.False
            ? flag.GetBoolean() : throw Problem("expected true or false", "assumed"));
        if (assumed) return Find("source") is null ? (null, Text("why")) : throw Problem("what is assumed has no source", "source");
        return (Find("source") is null && _defaultSource is not null ? _defaultSource : Text("source"), null);
    }

    private double Quantity(JsonElement json, string field, QuantityKind kind)
    {
        if (!kind.TryParse(TextOf(json, field), out double value, out string? problem)) throw new InputException(problem, Place(field), _file);
        return value;
    }

    private string TextOf(JsonElement json, string field)
    {
        string text = json.ValueKind == JsonValueKind.String ? json.GetString()!.Trim() : throw Problem("expected text in quotes", field);
        return text.Length > 0 ? text : throw Problem("expected a text that is not empty", field);
    }

    private JsonElement Required(string field) => Find(field) ?? throw Problem("missing field", field);

    private JsonElement? Find(string field)
    {
        _known.Add(field);
        if (_own.TryGetProperty(field, out JsonElement own)) return own;
        return _base is { } parent && parent.TryGetProperty(field, out JsonElement inherited) ? inherited : null;
    }

    private string? Place(string? field) => field is null ? (_path.Length == 0 ? null : _path) : _path.Length == 0 ? field : $"{_path}.{field}";
}
