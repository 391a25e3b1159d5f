using Loadstone.Designs.Building;
using Loadstone.Designs.Fitting;
using Loadstone.Designs.Runs;
using Loadstone.Drying;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Slurry;

namespace Loadstone.Designs.Comparison;

/// <summary>What a design says of a quantity through the depth of an electrode, to stand beside a measured profile.</summary>
/// <param name="Name">Name of the design.</param>
/// <param name="MeanOver">Mean between two relative heights, 0 at the foil and 1 at the surface.</param>
/// <param name="Notes">What to know of it.</param>
public sealed record PredictedProfile(string Name, Func<double, double, double> MeanOver, IReadOnlyList<string> Notes)
{
    /// <summary>Binder per active material after drying, as <c>loadstone make</c> computes it: what fluorine over nickel shows of PVDF.</summary>
    /// <param name="path">File of the design document.</param>
    /// <param name="options">Which variant.</param>
    /// <param name="negative">The negative electrode instead of the positive one.</param>
    /// <exception cref="InputException">The document cannot be used, or that electrode has no process with drying.</exception>
    public static PredictedProfile OfBinder(string path, FitOptions options, bool negative = false)
    {
        Design design = Choose(path, options);
        BuiltDesign built = DesignBuilder.Build(design);
        ElectrodeStructure? structure = negative ? built.Negative : built.Positive;
        if (structure?.Making is not { Dryings.Count: > 0 } made)
            throw new InputException("this electrode has no process that dries it, so that nothing is said of where its binder goes; add \"process\" with \"coating\" and \"drying\".", negative ? "negative.process" : "positive.process", path);
        string note = $"Binder per active material of {design.Name} after drying, as loadstone make computes it.";
        // Of one layer the profile is that of the migration itself; of several each has its own mean.
        if (made is { Dryings: [var only], Layers.Count: 1 }) return new(design.Name, only.Binder.MeanOver, [note]);
        double height = 0;
        List<double> edges = [0], values = [];
        for (int i = 0; i < made.Layers.Count; i++)
        {
            double thickness = structure.Layers[i].Thickness / structure.Thickness;
            foreach (DepthSlice slice in made.Layers[i].Slices)
            {
                edges.Add(height + slice.To * thickness);
                values.Add(slice.Composition.MassFractionOf(ComponentRole.Binder) / slice.Composition.MassFractionOf(ComponentRole.Active));
            }
            height += thickness;
        }
        return Over(design.Name, edges, values, note);
    }

    /// <summary>Mean stoichiometry of the particles at the end of a discharge from full: what a lithium map of a discharged electrode shows.</summary>
    /// <param name="path">File of the design document.</param>
    /// <param name="options">Which variant and how finely.</param>
    /// <param name="rate">C-rate of the discharge.</param>
    /// <param name="negative">The negative electrode instead of the positive one.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <exception cref="InputException">The document cannot be used, or has no coated negative electrode where it is asked for.</exception>
    public static PredictedProfile OfLithium(string path, FitOptions options, double rate, bool negative = false, CancellationToken cancellation = default)
    {
        Design design = Choose(path, options);
        BuiltDesign built = DesignBuilder.Build(design);
        Cells.Cell cell = built.Cell;
        double thickness = (negative ? built.Negative : built.Positive)?.Thickness
            ?? throw new InputException($"the design has no coated {(negative ? "negative" : "positive")} electrode.", file: path);
        Protocol discharge = ProtocolParser.ParseLine(FormattableString.Invariant($"Discharge at {rate}C until {cell.LowerCutOff} V"));
        StepResult step = new Simulation(cell, options.Mesh ?? design.Mesh, stateOfCharge: 1).Run(discharge, cancellation: cancellation).Steps[^1];
        double[] all = [.. step.AtEnd.Position];
        double end = all[^1] + Math.Max(all[^1] - all[^2], 0) / 2, border = negative ? thickness : end - thickness;
        (double Height, double Value)[] places =
        [
            .. step.AtEnd.Particles.SelectMany(p => p.Position.Zip(p.MeanStoichiometry)).Where(p => p.First > border != negative)
                .GroupBy(p => p.First).Select(g => (Height: negative ? g.Key / thickness : (end - g.Key) / thickness, Value: g.Average(p => p.Second))).OrderBy(p => p.Height),
        ];
        double[] edges = [0, .. places.Zip(places.Skip(1), (a, b) => (a.Height + b.Height) / 2), 1];
        return Over(design.Name, edges, [.. places.Select(p => p.Value)],
            FormattableString.Invariant($"Mean stoichiometry of the particles of {design.Name} at the end of a discharge at {rate:g4}C from full; {step.EndText}. Particles of several sizes at one place count alike."));
    }

    private static Design Choose(string path, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        DesignDocument document = DesignDocument.Load(path, options.Overrides);
        return options.Variant is null ? document.Base : DesignRunner.Choose(document, [options.Variant])[0];
    }

    private static PredictedProfile Over(string name, IReadOnlyList<double> edges, IReadOnlyList<double> values, string note)
    {
        double[] clean = [.. edges];
        clean[^1] = 1;
        var profile = new MigrationProfile(clean, values);
        return new PredictedProfile(name, profile.MeanOver, [note]);
    }
}
