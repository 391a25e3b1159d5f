using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Fitting;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Laboratory;
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
          "mesh": { "separator": 3, "positive": 6, "radial": 8 }
        }
        """;

    /// <summary>What is fitted.</summary>
    public static IReadOnlyList<string> Vary { get; } = ["positive diffusivity=0.1..10", "positive.contactResistance=1 Ω cm²..50 Ω cm²"];

    private static readonly Lazy<(double[] Time, double[] Voltage, double[] Current)> Truth = new(() => Simulate(Diffusivity, Contact));

    private static readonly Lazy<double[]> Bounds = new(() =>
    {
        const double step = 0.01;
        double[][] derivatives =
        [
            Slope(Simulate(Diffusivity * (1 + step), Contact).Voltage, Simulate(Diffusivity * (1 - step), Contact).Voltage, 2 * step * Diffusivity),
            Slope(Simulate(Diffusivity, Contact * (1 + step)).Voltage, Simulate(Diffusivity, Contact * (1 - step)).Voltage, 2 * step * Contact),
        ];
        return [Coverage.Bound(derivatives, 0), Coverage.Bound(derivatives, 1)];
    });

    private static double[] Slope(double[] above, double[] below, double width) => [.. above.Select((v, i) => (v - below[i]) / width / Noise)];

    /// <summary>The measurement of a seed: a row every minute, with noise; the share of the noise that stays from one row to the next may be told.</summary>
    public static MeasuredRun Measure(int seed, double noise = Noise, double following = 0)
    {
        (double[] time, double[] voltage, double[] current) = Truth.Value;
        double[] errors = TransportTrials.Noisy(new double[voltage.Length], noise, seed);
        double fresh = Math.Sqrt(1 - following * following);
        for (int i = 1; i < errors.Length; i++) errors[i] = following * errors[i - 1] + fresh * errors[i];
        return MeasuredRun.Of(new Recording("trial", [(RecordColumns.TestTime, time), (RecordColumns.Voltage, [.. voltage.Zip(errors, (v, e) => v + e)]), (RecordColumns.Current, current)]));
    }

    /// <summary>One fit of data with independent noise.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Run(int seed)
    {
        FitOutcome found = Fit(seed);
        yield return ("diffusivity", found.Parameters[0].Estimate, Diffusivity, Bounds.Value[0]);
        yield return ("contact resistance", found.Parameters[1].Estimate, Contact, Bounds.Value[1]);
    }

    /// <summary>One fit of data whose noise follows itself, with a correlation of 0.7 from row to row.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> RunCorrelated(int seed)
    {
        FitOutcome found = Fit(seed, following: 0.7);
        yield return ("diffusivity", found.Parameters[0].Estimate, Diffusivity, double.NaN);
        yield return ("contact resistance", found.Parameters[1].Estimate, Contact, double.NaN);
    }

    /// <summary>One fit.</summary>
    public static FitOutcome Fit(int seed, double noise = Noise, FitOptions? options = null, double following = 0)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("loadstone-fit").FullName, "half-cell.json");
        try
        {
            File.WriteAllText(file, Document);
            return DesignFit.Run(file, Measure(seed, noise, following), Vary, options);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static (double[] Time, double[] Voltage, double[] Current) Simulate(double factor, double contact)
    {
        DesignDocument document = DesignDocument.Parse(System.Text.Encoding.UTF8.GetBytes(Document), "truth", [new DesignOverride("positive.contactResistance", FormattableString.Invariant($"{contact * 1e4:r} Ω cm²"))]);
        Cell cell = DesignBuilder.Build(document.Base).Cell;
        CellParameter diffusivity = CellParameter.Of(cell).Single(p => p.Name == "positive diffusivity");
        var mesh = new MeshSettings { Separator = 12, Positive = 36, Radial = 48 };
        Protocol steps = ProtocolParser.ParseAll(["Discharge at 1C for 40 min", "Rest for 20 min"], "truth");
        steps = steps with { Steps = [.. steps.Steps.Select(s => s with { Period = 60 })] };
        TimeSeries[] series = [.. new Simulation(diffusivity.Scaled(cell, factor), mesh, stateOfCharge: 1).Run(steps).Steps.Select(s => s.Series)];
        return ([.. series.SelectMany(s => s.Time)], [.. series.SelectMany(s => s.Voltage)], [.. series.SelectMany(s => s.Current)]);
    }
}
