namespace Loadstone.Web.Bench;

/// <summary>The stack to scale, from the foil of the positive electrode up.</summary>
/// <param name="Name">Name of the document.</param>
/// <param name="Variant">Name of the variant.</param>
/// <param name="Salt">Salt concentration at rest [mol/L].</param>
/// <param name="Layers">The layers.</param>
internal sealed record StackPart(string Name, string Variant, double Salt, IReadOnlyList<StackLayer> Layers);

/// <summary>A layer of the stack.</summary>
/// <param name="Role">"foil", "copper", "coating", "separator" or "lithium".</param>
/// <param name="Electrode">"positive", "negative" or null.</param>
/// <param name="Index">Its place in the document's list of layers; null where it is not one of them.</param>
/// <param name="Name">Its name.</param>
/// <param name="Thickness">Thickness [µm].</param>
/// <param name="Porosity">Porosity; null where it has none to show.</param>
/// <param name="Particles">Its particles.</param>
internal sealed record StackLayer(string Role, string? Electrode, int? Index, string Name, double Thickness, double? Porosity, IReadOnlyList<StackParticle> Particles);

/// <summary>Particles of one material and size.</summary>
/// <param name="Material">Name of the material.</param>
/// <param name="Diameter">Diameter [µm].</param>
/// <param name="VolumeFraction">Volume per volume of layer.</param>
internal sealed record StackParticle(string Material, double Diameter, double VolumeFraction);

/// <summary>Numbers of the design, and what a reader should be warned of.</summary>
internal sealed record NumbersPart(IReadOnlyList<BenchNumber> Items, IReadOnlyList<string> Warnings);

/// <summary>One number.</summary>
/// <param name="Key">Its key, for the page.</param>
/// <param name="Label">Its name.</param>
/// <param name="Value">Its value in <paramref name="Unit"/>; null where the design has none.</param>
/// <param name="Unit">Its unit; empty for none.</param>
/// <param name="Decimals">Decimals that are worth showing.</param>
/// <param name="Help">What it is.</param>
/// <param name="Range">What can be expected of it, or null.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record BenchNumber(string Key, string Label, double? Value, string Unit, int Decimals, string Help, string? Range, string Source)
{
    /// <summary>Its value, rounded to two places more than are shown; what is not finite is none.</summary>
    public double? Value { get; } = Value is { } known && double.IsFinite(known) ? Math.Round(known, Decimals + 2) : null;

    /// <summary>Why it has no value, in words.</summary>
    public string? Why { get; init; }

    /// <summary>The layer that it is of; null where it is of the whole.</summary>
    public string? Layer { get; init; }
}

/// <summary>One discharge from rest at the upper cut-off.</summary>
/// <param name="Index">Its place among the rates asked for.</param>
/// <param name="Rate">The rate as text.</param>
/// <param name="Value">The rate [C].</param>
/// <param name="ArealCapacity">Charge per area [mAh/cm²].</param>
/// <param name="Capacity">Charge per mass of positive active material [mAh/g]; null where the mass is not known.</param>
/// <param name="PerGram">mAh/g for each mAh/cm²; null where the mass is not known.</param>
/// <param name="Measured">Measured charge per mass [mAh/g], or null.</param>
/// <param name="MeanVoltage">Energy over charge [V]; null where no charge passed.</param>
/// <param name="End">Why it ended.</param>
/// <param name="EndedAsAsked">Whether it ran to its cut-off voltage.</param>
/// <param name="Curve">The voltage curve.</param>
internal sealed record RatePart(int Index, string Rate, double Value, double ArealCapacity, double? Capacity, double? PerGram, double? Measured, double? MeanVoltage,
    string End, bool EndedAsAsked, VoltageCurve Curve);

/// <summary>A voltage curve.</summary>
/// <param name="Areal">Charge per area [mAh/cm²].</param>
/// <param name="Voltage">Voltage [V].</param>
internal sealed record VoltageCurve(double[] Areal, double[] Voltage);

/// <summary>What took the voltage: the equilibrium less all terms is the voltage.</summary>
/// <param name="Rate">The rate as text.</param>
/// <param name="PerGram">mAh/g for each mAh/cm²; null where the mass is not known.</param>
/// <param name="Areal">Charge per area [mAh/cm²].</param>
/// <param name="Equilibrium">Equilibrium voltage [V].</param>
/// <param name="Voltage">Voltage [V].</param>
/// <param name="Terms">The losses.</param>
internal sealed record LossesPart(string Rate, double? PerGram, double[] Areal, double[] Equilibrium, double[] Voltage, IReadOnlyList<LossTerm> Terms);

/// <summary>One loss.</summary>
/// <param name="Key">Its key, for the page.</param>
/// <param name="Label">Its name.</param>
/// <param name="Values">Its values [mV].</param>
internal sealed record LossTerm(string Key, string Label, double[] Values);

/// <summary>Profiles against time. Heights are counted from the upper face of the positive electrode's foil.</summary>
/// <param name="Rate">The rate as text.</param>
/// <param name="Time">Times [s].</param>
/// <param name="Areal">Charge per area given by then [mAh/cm²].</param>
/// <param name="Height">Centres of the cells, rising [µm].</param>
/// <param name="Faces">Their faces, one more [µm].</param>
/// <param name="Salt">Salt concentration [mol/m³], times × cells.</param>
/// <param name="Particles">The classes of particles.</param>
internal sealed record MapsPart(string Rate, double[] Time, double[] Areal, double[] Height, double[] Faces, double[][] Salt, IReadOnlyList<ParticleMap> Particles);

/// <summary>One class of particles through the depth of its layer.</summary>
/// <param name="Layer">Its layer's place in the stack.</param>
/// <param name="Class">Its place among the layer's particles.</param>
/// <param name="Electrode">"positive" or "negative".</param>
/// <param name="Material">Name of the material.</param>
/// <param name="Diameter">Diameter [µm].</param>
/// <param name="Height">Centres of the cells, rising [µm].</param>
/// <param name="Surface">Stoichiometry at the surface, times × cells.</param>
/// <param name="Mean">Mean stoichiometry, times × cells.</param>
internal sealed record ParticleMap(int Layer, int Class, string Electrode, string Material, double Diameter, double[] Height, double[][] Surface, double[][] Mean);

/// <summary>The last part.</summary>
/// <param name="Milliseconds">Time from the request to here.</param>
internal sealed record DonePart(double Milliseconds);
