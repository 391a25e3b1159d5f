using Loadstone.Formats.Json;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.SampleBooks;

/// <summary>Numbers of a results.json, as every analysis writes it.</summary>
internal static class AttachedResults
{
    private const double NormalQuantile = 1.959963984540054;

    /// <summary>The numbers of one sample of a file.</summary>
    /// <param name="attachment">What the book says: file, sample, perhaps a prefix ("as") and the names that are wanted ("only").</param>
    /// <param name="folder">Folder that the file's path is relative to.</param>
    /// <exception cref="InputException">The file is missing or no results.json, or has no such sample or number.</exception>
    public static (IReadOnlyList<NamedEstimate> Numbers, IReadOnlyList<string> Warnings) Read(PlacedObject attachment, string folder)
    {
        PlacedValue file = attachment.Find("file") ?? throw attachment.Error("\"file\" is missing; expected the results.json of an analysis.");
        string path = Path.Combine(folder, WrittenQuantity.Text(file));
        if (!File.Exists(path)) throw file.Error($"There is no file {path}; run the analysis that writes it (loadstone analyse … --out), or correct the path.");
        if (PlacedJsonReader.ReadFile(path) is not PlacedObject root || root.Find("samples") is not PlacedArray samples)
            throw file.Error($"{path} is no results.json of an analysis: it has no \"samples\".");
        PlacedObject[] all = [.. samples.Items.OfType<PlacedObject>()];
        PlacedObject chosen;
        if (attachment.Find("sample") is { } wanted)
        {
            string name = WrittenQuantity.Text(wanted);
            chosen = Array.Find(all, s => NameOf(s) == name) ?? throw wanted.Error($"{path} has no sample \"{name}\"; it has {string.Join(", ", all.Select(s => $"\"{NameOf(s)}\""))}.");
        }
        else
        {
            chosen = all.Length == 1 ? all[0] : throw attachment.Error($"{path} has {all.Length} samples; expected \"sample\" to name one of {string.Join(", ", all.Select(s => $"\"{NameOf(s)}\""))}.");
        }
        string prefix = attachment.Find("as") is { } word ? $"{WrittenQuantity.Text(word)}: " : "";
        NamedEstimate[] numbers = chosen.Find("numbers") is PlacedObject found ? [.. found.Members.Select(m => Number(m, path))] : [];
        if (attachment.Find("only") is { } only)
        {
            PlacedValue[] names = only is PlacedArray list ? [.. list.Items] : throw only.Error($"Expected a list of names, not {only.Sort}.");
            numbers = [.. names.Select(n => Array.Find(numbers, x => x.Name == WrittenQuantity.Text(n)) ?? throw n.Error($"{path} has no number \"{WrittenQuantity.Text(n)}\"; it has {string.Join(", ", numbers.Select(x => $"\"{x.Name}\""))}."))];
        }
        string[] warnings = chosen.Find("warnings") is PlacedArray said ? [.. said.Items.OfType<PlacedText>().Select(w => w.Value)] : [];
        return ([.. numbers.Select(n => n with { Name = prefix + n.Name })], warnings);
    }

    private static string NameOf(PlacedObject sample) => sample.Find("sample") is PlacedText name ? name.Value : "";

    // The interval is what a person compares; a normal deviate of the same width stands for it.
    private static NamedEstimate Number(PlacedMember member, string path)
    {
        if (member.Value is not PlacedObject number) throw new InputException($"\"{member.Name}\" is no number of an analysis.", file: path, line: member.Place.Line);
        double value = Value(number, "value"), half = (Value(number, "high95") - Value(number, "low95")) / 2;
        string kindName = Word(number, "kind"), si = Word(number, "unit"), shown = Word(number, "shownIn");
        QuantityKind kind = QuantityKinds.All.FirstOrDefault(k => k.Name == kindName) ?? QuantityKinds.All.FirstOrDefault(k => k.SiUnit == si)
            ?? throw new InputException($"\"{member.Name}\" is in {si}, which is no known unit.", file: path, line: member.Place.Line);
        return new NamedEstimate(member.Name, new Estimate(value, half / NormalQuantile), kind, shown.Length > 0 && kind.HasUnit(shown) ? shown : null);
    }

    private static double Value(PlacedObject number, string name) => number.Find(name) is PlacedNumber found ? found.Value : double.NaN;

    private static string Word(PlacedObject number, string name) => number.Find(name) is PlacedText found ? found.Value : "";
}
