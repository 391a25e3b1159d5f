namespace Loadstone.Materials;

/// <summary>A kind of material: a folder of the catalogue and the record that its files become. A new kind is one line here.</summary>
public sealed class MaterialKind
{
    private readonly Func<MaterialReader, Material> _read;

    private MaterialKind(string folder, string title, Type type, Func<MaterialReader, Material> read) =>
        (Folder, Title, Type, _read) = (folder, title, type, read);

    /// <summary>All kinds, in the order in which lists show them.</summary>
    public static IReadOnlyList<MaterialKind> All { get; } =
    [
        new("active", "active material", typeof(ActiveMaterial), ActiveMaterial.Read),
        new("carbon", "conductive carbon", typeof(ConductiveCarbon), ConductiveCarbon.Read),
        new("binder", "binder", typeof(Binder), Binder.Read),
        new("solvent", "solvent", typeof(Solvent), Solvent.Read),
        new("electrolyte", "electrolyte", typeof(Electrolyte), Electrolyte.Read),
        new("separator", "separator", typeof(SeparatorMaterial), SeparatorMaterial.Read),
        new("foil", "foil", typeof(Foil), Foil.Read),
        new("metal", "lithium metal", typeof(LithiumMetal), LithiumMetal.Read),
    ];

    /// <summary>The folder of its files below <c>catalogue/</c>.</summary>
    public string Folder { get; }

    /// <summary>What it is called in a sentence.</summary>
    public string Title { get; }

    /// <summary>The record of its entries.</summary>
    public Type Type { get; }

    internal Material Read(MaterialReader reader) => _read(reader);
}
