using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Reports.MaterialPages;

/// <summary>Tables of the catalogue and of one page of it.</summary>
public static class MaterialTables
{
    private const string AssumedMark = "*";

    /// <summary>One table per kind of material, then the parameter sets.</summary>
    public static IEnumerable<Table> Overview()
    {
        foreach (MaterialKind kind in MaterialKind.All)
        {
            Material[] materials = [.. Catalogue.Default.NamesOf(kind).Select(Catalogue.Default.Find)];
            if (materials.Length > 0) yield return Overview(kind, materials);
        }
        TableColumn[] columns = [TableColumn.Words("name"), TableColumn.Words("what it is")];
        yield return new Table("Published parameter sets of whole cells", columns,
            [.. ParameterSets.Names.Select(ParameterSets.Load).Select(set => (string[])[set.Name, set.Title])]);
    }

    /// <summary>The values of a page; their sources are footnotes, since several values share one.</summary>
    public static Table Values(MaterialPage page)
    {
        var notes = new Footnotes();
        return new Table("Values",
            [TableColumn.Words("property"), new("value"), TableColumn.Words("range if assumed"), TableColumn.Words("source")],
            [.. page.Values.Select(entry => (string[])[entry.Property, entry.Value.Kind.Format(entry.Value.Value), Range(entry.Value), notes.Mark(Origin(entry.Value))])],
            Footnotes: notes.Texts);
    }

    /// <summary>The functions of a page; their sources are footnotes.</summary>
    public static Table Functions(MaterialPage page)
    {
        var notes = new Footnotes();
        return new Table("Functions",
            [TableColumn.Words("property"), TableColumn.Words("of"), TableColumn.Words("source")],
            [.. page.Functions.Select(entry => (string[])[entry.Property, VariableName(entry.Function), notes.Mark(Origin(entry.Function))])],
            Footnotes: notes.Texts);
    }

    /// <summary>What a function depends on.</summary>
    public static string VariableName(SourcedFunction function) =>
        function.VariableKind == QuantityKinds.Concentration ? "salt concentration" : "stoichiometry";

    private static Table Overview(MaterialKind kind, Material[] materials)
    {
        // In the order of the first material that has them; a property that only some have leaves blanks.
        string[] properties = [.. materials.SelectMany(m => m.Values).Select(v => v.Property).Distinct()];
        TableColumn[] columns = [TableColumn.Words("name"), TableColumn.Words("what it is"), .. properties.Select(p => new TableColumn(MaterialPage.Words(p)))];
        string[][] rows = [.. materials.Select(m => (string[])[m.Name, m.Title, .. properties.Select(p => Cell(m, p))])];
        bool assumed = materials.Any(m => m.Values.Any(v => v.Value.Assumed));
        string title = char.ToUpperInvariant(kind.Title[0]) + kind.Title[1..];
        return new Table(title, columns, rows, assumed ? $"{AssumedMark} assumed: no public source; loadstone materials NAME shows the range." : null);
    }

    private static string Cell(Material material, string property)
    {
        foreach (NamedValue entry in material.Values)
        {
            if (entry.Property == property) return entry.Value.Kind.Format(entry.Value.Value) + (entry.Value.Assumed ? AssumedMark : " ");
        }
        return "";
    }

    private static string Range(SourcedValue value) =>
        value is { Assumed: true, Low: { } low, High: { } high } ? $"{value.Kind.Format(low)} to {value.Kind.Format(high)}" : "";

    private static string Origin(SourcedValue value) => value.Assumed ? $"assumed: {value.Why}" : value.Source ?? "";

    private static string Origin(SourcedFunction function)
    {
        string text = function.Assumed ? $"assumed: {function.Note}" : function.Source ?? function.Constant?.Source ?? "";
        return function.Constant is { } constant ? $"constant {constant}; {(constant.Assumed ? constant.Why : text)}" : text;
    }
}
