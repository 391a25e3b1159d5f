using System.Globalization;
using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrodes;
using Loadstone.Formats;
using Loadstone.Numerics;

namespace Loadstone.Benchmarks;

/// <summary><c>laboratory-examples DIR</c>: simulates the example recordings of cycling and titration, with a cycler's rows and noise.</summary>
internal static class LaboratoryExamples
{
    private const double CyclingNoise = 5e-5, TitrationNoise = 1e-5; // V
    private const int CycleCount = 20;

    // Share of each charge that goes into a side reaction of the cell.
    private const double Parasitic = 0.004;

    public static int Run(string[] args)
    {
        string folder = args is [var given, ..] ? given : "examples/laboratory";
        Write(Path.Combine(folder, "half-cell-cycles.bdf.csv"), Cycles());
        Write(Path.Combine(folder, "gitt-fast.bdf.csv"), Titration(1e-14, 11));
        Write(Path.Combine(folder, "gitt-slow.bdf.csv"), Titration(1.6e-15, 12));
        Write(Path.Combine(folder, "slow-fresh.bdf.csv"), Slow(1, 1, 1, 21));
        Write(Path.Combine(folder, "slow-aged.bdf.csv"), Slow(0.98, 0.93, 0.95, 22));
        return 0;
    }

    /// <summary>
    /// Twenty cycles of NMC811 against lithium, 3.0 to 4.3 V, that lose 0.8 % of their active material a cycle while the contact
    /// resistance grows by 2 Ω cm², from a first cycle as the document has it; a row every 2 mV or minute.
    /// </summary>
    private static IEnumerable<Row> Cycles()
    {
        Protocol first = Rows(["Discharge at C/2 until 3 V"], 60);
        Protocol cycle = Rows(["Rest for 10 min", "Charge at C/5 until 4.3 V", "Hold at 4.3 V until C/20", "Rest for 10 min", "Discharge at C/2 until 3 V"], 10);
        Cell fresh = Document();
        var random = new Random(2025);
        double now = 0;
        for (int n = 0; n < CycleCount; n++)
        {
            var simulation = new Simulation(Aged(fresh, 1 - 0.008 * n, fresh.Positive.ContactResistance + 2e-4 * n));
            simulation.Run(first);
            SimulationResult result = simulation.Run(cycle);
            double origin = result.Steps[0].StartTime;
            Row? kept = null;
            foreach (StepResult step in result.Steps)
            {
                bool charge = step.Series.Current[0] < 0;
                double stretch = charge ? 1 / (1 - Parasitic) : 1;
                for (int k = 0; k < step.Series.Time.Count; k++)
                {
                    double time = now + (step.Series.Time[k] - step.StartTime) * stretch, voltage = step.Series.Voltage[k];
                    bool end = k == 0 || k == step.Series.Time.Count - 1;
                    if (!end && kept is { } last && Math.Abs(voltage - last.Voltage) < 2e-3 && time - last.Time < 60) continue;
                    kept = new Row(time, voltage, step.Series.Current[k], n + 1);
                    yield return kept with { Voltage = voltage + CyclingNoise * Gauss(random) };
                }
                now += (step.EndTime - step.StartTime) * stretch;
            }
        }
    }

    /// <summary>Pulses of 20 s and rests of three hours on a thin electrode of spheres of 5 µm; rows every half second in the pulses.</summary>
    private static IEnumerable<Row> Titration(double diffusivity, int seed)
    {
        Cell thin = Document(new DesignOverride("positive.loading", "2 mg/cm²"));
        Cell cell = thin with
        {
            Positive = thin.Positive with
            {
                Layers = [.. thin.Positive.Layers.Select(l => Changed(l, p => p with { Radius = 5e-6, Material = p.Material with { Diffusivity = new ConstantFunction(diffusivity) } }))],
            },
        };
        var simulation = new Simulation(cell, new MeshSettings { Radial = 60 }, new Tolerances { Relative = 1e-5, Potential = 1e-7, Stoichiometry = 1e-7 }, stateOfCharge: 0.86);
        Protocol pulse = Rows(["Discharge at C/2 for 20 s"], 0.5), rest = Rows(["Rest for 3 hours"], 10), start = Rows(["Rest for 5 min"], 10);
        var random = new Random(seed);
        Row? kept = null;
        for (int n = 0; n <= 80; n++)
        {
            StepResult[] steps = n == 0 ? [.. simulation.Run(start).Steps] : [.. simulation.Run(pulse).Steps, .. simulation.Run(rest).Steps];
            foreach (StepResult step in steps)
            {
                bool rests = step.Series.Current[0] == 0;
                for (int k = 0; k < step.Series.Time.Count; k++)
                {
                    bool end = k == 0 || k == step.Series.Time.Count - 1;
                    if (rests && !end && kept is { } last && Math.Abs(step.Series.Voltage[k] - last.Voltage) < 2e-4 && step.Series.Time[k] - last.Time < 300) continue;
                    kept = new Row(step.Series.Time[k], step.Series.Voltage[k], step.Series.Current[k], 1);
                    yield return kept with { Voltage = kept.Voltage + TitrationNoise * Gauss(random) };
                }
            }
        }
    }

    /// <summary>A discharge at C/50 of NMC811 against graphite, of which shares of both materials and of the lithium are left; a row every 2 mV or ten minutes.</summary>
    private static IEnumerable<Row> Slow(double positive, double negative, double lithium, int seed)
    {
        Cell fresh = DesignBuilder.Build(DesignDocument.Load("examples/nmc811-graphite-full-cell.json").Base).Cell;
        Electrode graphite = fresh.Negative!;
        Cell cell = fresh with
        {
            Positive = fresh.Positive with { Layers = [.. fresh.Positive.Layers.Select(l => Changed(l, p => p with { VolumeFraction = p.VolumeFraction.Mean * positive }))] },
            Negative = graphite with { Layers = [.. graphite.Layers.Select(l => Changed(l, p => p with { VolumeFraction = p.VolumeFraction.Mean * negative }))] },
            CyclableLithium = fresh.CyclableLithium * lithium,
        };
        var random = new Random(seed);
        Row? kept = null;
        TimeSeries series = new Simulation(cell).Run(Rows([FormattableString.Invariant($"Discharge at C/50 until {cell.LowerCutOff} V")], 60)).Steps[0].Series;
        for (int k = 0; k < series.Time.Count; k++)
        {
            if (k < series.Time.Count - 1 && kept is { } last && Math.Abs(series.Voltage[k] - last.Voltage) < 2e-3 && series.Time[k] - last.Time < 600) continue;
            kept = new Row(series.Time[k], series.Voltage[k], series.Current[k], 1);
            yield return kept with { Voltage = kept.Voltage + CyclingNoise * Gauss(random) };
        }
    }

    private static Cell Document(params DesignOverride[] changes) => DesignBuilder.Build(DesignDocument.Load("examples/nmc811-half-cell.json", changes).Base).Cell;

    private static Cell Aged(Cell cell, double active, double contact) => cell with
    {
        Positive = cell.Positive with
        {
            ContactResistance = contact,
            Layers = [.. cell.Positive.Layers.Select(l => Changed(l, p => p with { VolumeFraction = p.VolumeFraction.Mean * active }))],
        },
    };

    private static Layer Changed(Layer layer, Func<ParticleClass, ParticleClass> change) =>
        new(layer.Name, layer.Thickness, layer.Porosity, layer.TransportEfficiency, layer.ElectronicConductivity, [.. layer.Particles.Select(change)]);

    private static Protocol Rows(string[] steps, double period)
    {
        Protocol protocol = ProtocolParser.ParseAll(steps, "example");
        return protocol with { Steps = [.. protocol.Steps.Select(s => s with { Period = period })] };
    }

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static void Write(string path, IEnumerable<Row> rows)
    {
        AtomicFile.Write(path, writer =>
        {
            writer.Write("Test Time / s,Voltage / V,Current / A,Cycle Count / 1\n");
            // The file's current is positive on charge.
            foreach (Row row in rows) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{row.Time:0.##},{row.Voltage:0.#####},{0 - row.Current:0.#######},{row.Cycle}\n"));
        });
        Console.WriteLine($"Wrote {path}, {new FileInfo(path).Length / 1024} kB");
    }

    private sealed record Row(double Time, double Voltage, double Current, int Cycle);
}
