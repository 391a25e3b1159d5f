using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Fitting;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>A discharge and a rest of a half cell whose truth is known, simulated on a finer mesh than the fit's.</summary>
internal static class FitTrials
{
    /// <summary>True factor on the diffusivity of the particles.</summary>
    public const double Diffusivity = 0.6;

    /// <summary>True contact resistance [Ω m²].</summary>
    public const double Contact = 12e-4;

    /// <summary>Noise of the voltage [V].</summary>
    public const double Noise = 3e-3;

    /// <summary>The document that a fit begins with.</summary>
    public const string Document = """
        {
          "name": "Half cell",
          "positive": {
            "loading": "12 mg/cm²", "porosity": "35 %", "contactResistance": "5 Ω cm²",
            "layers": [ { "solids": { "nmc811": "94 %", "super p": "3 %", "pvdf": "3 %" }, "particleDiameter": "10 µm" } ]
          },
          "oneC": "200 mA/g",
          "between": ["2.8 V", "4.3 V"],
          "mesh": { "separator": 4, "positive": 12, "radial": 16 }
        }
        """;

    /// <summary>What is fitted.</summary>
    public static IReadOnlyList<string> Vary { get; } = ["positive diffusivity=0.1..10", "positive.contactResistance=1 Ω cm²..50 Ω cm²"];

    private static readonly Lazy<SimulationResult> Truth = new(Simulate);

    /// <summary>The measurement of a seed: a row every minute, with noise.</summary>
    public static MeasuredRun Measure(int seed, double noise = Noise)
    {
        TimeSeries[] series = [.. Truth.Value.Steps.Select(s => s.Series)];
        double[] t = [.. series.SelectMany(s => s.Time)], v = [.. series.SelectMany(s => s.Voltage)], i = [.. series.SelectMany(s => s.Current)];
        double[] noisy = TransportTrials.Noisy(v, noise, seed);
        return MeasuredRun.Of(new Recording("trial", [(RecordColumns.TestTime, t), (RecordColumns.Voltage, noisy), (RecordColumns.Current, i)]));
    }

    /// <summary>One fit: the factor on the diffusivity.</summary>
    public static Trial DiffusivityFactor(int seed) => new(Fit(seed).Parameters[0].Estimate, Diffusivity);

    /// <summary>One fit: the contact resistance.</summary>
    public static Trial ContactResistance(int seed) => new(Fit(seed).Parameters[1].Estimate, Contact);

    /// <summary>One fit.</summary>
    public static FitOutcome Fit(int seed, double noise = Noise, FitOptions? options = null)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("loadstone-fit").FullName, "half-cell.json");
        try
        {
            File.WriteAllText(file, Document);
            return DesignFit.Run(file, Measure(seed, noise), Vary, options);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static SimulationResult Simulate()
    {
        DesignDocument document = DesignDocument.Parse(System.Text.Encoding.UTF8.GetBytes(Document), "truth", [new DesignOverride("positive.contactResistance", "12 Ω cm²")]);
        Cell cell = DesignBuilder.Build(document.Base).Cell;
        CellParameter diffusivity = CellParameter.Of(cell).Single(p => p.Name == "positive diffusivity");
        var mesh = new MeshSettings { Separator = 12, Positive = 36, Radial = 48 };
        Protocol steps = ProtocolParser.ParseAll(["Discharge at 1C for 40 min", "Rest for 20 min"], "truth");
        steps = steps with { Steps = [.. steps.Steps.Select(s => s with { Period = 60 })] };
        return new Simulation(diffusivity.Scaled(cell, Diffusivity), mesh, stateOfCharge: 1).Run(steps);
    }
}
