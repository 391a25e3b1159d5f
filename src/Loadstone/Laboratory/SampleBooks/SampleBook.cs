using Loadstone.Formats.Json;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.SampleBooks;

/// <summary>A book of samples: what they are, and the results that belong to them.</summary>
/// <param name="Source">The file.</param>
/// <param name="Samples">The samples, in order; names differ.</param>
public sealed record SampleBook(string Source, IReadOnlyList<Sample> Samples)
{
    private static readonly string[] Fields = ["name", "binder", "recipe", "process", "notes", "results", "measured", "dissolvedMetals", "bindingEnergies", "moleRatios"];

    /// <summary>Reads a book; paths in it are relative to its folder.</summary>
    /// <exception cref="InputException">It is no book, a name stands twice, or a result cannot be found.</exception>
    public static SampleBook Load(string path)
    {
        PlacedValue root = PlacedJsonReader.ReadFile(path);
        if (root is not PlacedObject book || book.Find("samples") is not PlacedArray { Items.Count: > 0 } list) throw root.Error("Expected an object with \"samples\", a list of at least one.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var samples = new List<Sample>();
        foreach (PlacedValue item in list.Items)
        {
            if (item is not PlacedObject entry) throw item.Error($"Expected a sample, not {item.Sort}.");
            Sample sample = Read(entry, folder);
            if (samples.Any(s => s.Name == sample.Name)) throw (entry.Find("name") ?? entry).Error($"The sample \"{sample.Name}\" stands twice in the book; names must differ.");
            samples.Add(sample);
        }
        return new SampleBook(path, samples);
    }

    /// <summary>The book with some of its samples.</summary>
    /// <param name="names">Their names, in the wanted order.</param>
    /// <exception cref="InputException">One is not in the book.</exception>
    public SampleBook Only(IReadOnlyList<string> names) => this with
    {
        Samples = [.. names.Select(name => Samples.FirstOrDefault(s => s.Name == name) ?? throw new InputException(
            $"there is no sample \"{name}\"{(NearestName.Find(name, Samples.Select(s => s.Name)) is { } near ? $"; did you mean \"{near}\"" : "")}; the book has {string.Join(", ", Samples.Select(s => $"\"{s.Name}\""))}.", file: Source))],
    };

    private static Sample Read(PlacedObject entry, string folder)
    {
        foreach (PlacedMember member in entry.Members)
        {
            if (!Fields.Contains(member.Name))
                throw member.Place.Error($"A sample has no field \"{member.Name}\"{(NearestName.Find(member.Name, Fields) is { } near ? $"; did you mean \"{near}\"" : "")}; expected {string.Join(", ", Fields)}.");
        }
        string name = WrittenQuantity.Text(entry.Find("name") ?? throw entry.Error("The sample has no \"name\"."));
        var numbers = new List<NamedEstimate>();
        var warnings = new List<string>();
        foreach (PlacedObject result in Objects("results"))
        {
            (IReadOnlyList<NamedEstimate> found, IReadOnlyList<string> said) = AttachedResults.Read(result, folder);
            foreach (NamedEstimate number in found) Add(number, result);
            warnings.AddRange(said);
        }
        foreach (PlacedMember member in Members("measured")) Add(WrittenQuantity.Read(member.Name, member.Value), member.Value);
        DissolvedMetals();
        foreach (PlacedObject pair in Objects("bindingEnergies")) Add(BindingEnergy.Read(pair), pair);
        foreach (PlacedObject ratio in Objects("moleRatios")) AddRatio(ratio);
        return new Sample(name, Word("binder"), Word("recipe"), Word("process"), Word("notes"), numbers, warnings);

        string Word(string field) => entry.Find(field) is { } value ? WrittenQuantity.Text(value) : "";

        IReadOnlyList<PlacedMember> Members(string field) => entry.Find(field) switch
        {
            null => [],
            PlacedObject members => members.Members,
            { } other => throw other.Error($"Expected an object of names and quantities, not {other.Sort}."),
        };

        IEnumerable<PlacedObject> Objects(string field) => entry.Find(field) switch
        {
            null => [],
            PlacedArray items => items.Items.Select(i => i as PlacedObject ?? throw i.Error($"Expected an object, not {i.Sort}.")),
            { } other => throw other.Error($"Expected a list, not {other.Sort}."),
        };

        void Add(NamedEstimate number, PlacedValue place)
        {
            if (numbers.Any(n => n.Name == number.Name)) throw place.Error($"\"{number.Name}\" of the sample \"{name}\" is there already; expected an \"as\" that tells them apart, or another name.");
            numbers.Add(number);
        }

        void DissolvedMetals()
        {
            var metals = new List<NamedEstimate>();
            foreach (PlacedMember member in Members("dissolvedMetals"))
            {
                NamedEstimate metal = WrittenQuantity.Read($"dissolved {member.Name}", member.Value, QuantityKinds.Fraction, QuantityKinds.Density, QuantityKinds.Loading, QuantityKinds.Mass);
                if (metals.Count > 0 && metals[0].Kind != metal.Kind) throw member.Value.Error($"This is a {metal.Kind.Name} and \"{metals[0].Name}\" a {metals[0].Kind.Name}; expected one kind for all metals of a sample.");
                metals.Add(metal);
                Add(metal, member.Value);
            }
            if (metals.Count > 1) Add(new NamedEstimate("dissolved metals together", new Estimate(metals.Sum(m => m.Estimate.Value), Math.Sqrt(metals.Sum(m => m.Estimate.StandardError * m.Estimate.StandardError))), metals[0].Kind, metals[0].Unit), entry);
        }

        void AddRatio(PlacedObject ratio)
        {
            MoleRatio found = MoleRatioReader.Read(ratio);
            Add(new NamedEstimate(found.Name, found.Value, QuantityKinds.Fraction, "mol%"), ratio);
            Add(new NamedEstimate($"{found.Name}, amount divided", found.Top, QuantityKinds.Amount), ratio);
            Add(new NamedEstimate($"{found.Name}, amount that divides", found.Bottom, QuantityKinds.Amount), ratio);
        }
    }
}
