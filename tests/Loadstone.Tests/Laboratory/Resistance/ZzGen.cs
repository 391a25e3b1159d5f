using System.Text;
using Loadstone.Laboratory.Resistance;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Resistance;

public class ZzGen
{
    [Fact]
    public void Write()
    {
        foreach ((string name, double r, double rho, int seed) in new[] { ("pristine", 1.88e-4, 0.105, 11), ("coated", 0.91e-4, 0.072, 23) })
        {
            var random = new Random(seed);
            var text = new StringBuilder(FormattableString.Invariant($"# Made from the lateral modes of 75 µm of composite ({rho * 100:g4} Ω cm) on an interface of {r * 1e4:g3} Ω cm² on 20 µm of aluminium:\n# five spots that differ by 1 % in both, 10 mA, 1 mV of noise, a line of 46 pins 0.2 mm apart; potentials relative to pin 23, seed {seed}\nSpot,Pin,Potential / V,Current / mA\n"));
            for (int spot = 1; spot <= 5; spot++)
            {
                double G() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                ProbeReading reading = ResistanceTrials.Reading(r * (1 + 0.01 * G()), rho * (1 + 0.01 * G()), 75e-6);
                double[] v = [.. reading.Resistance.Select(x => 0.01 * x + 1e-3 * G())];
                for (int i = 0; i < v.Length; i++) text.Append(FormattableString.Invariant($"{spot},{i + 2},{v[i] - v[21]:f4},10\n"));
            }
            File.WriteAllText(Path.Combine(Repository.Root, "examples", "laboratory", $"probe-{name}.csv"), text.ToString());
        }
        var rnd = new Random(7);
        double N() => Math.Sqrt(-2 * Math.Log(1 - rnd.NextDouble())) * Math.Cos(2 * Math.PI * rnd.NextDouble());
        double k = (FourPointProbe.Even(1e-3, 85e-6) with { Length = 20e-3, Width = 10e-3 }).Factor();
        var four = new StringBuilder("# A film of 85 µm and 0.125 S/cm on an insulator, 20 mm by 10 mm, pins 1 mm apart, 1 mA both ways with 40 µV of thermal voltage that drifts, 2 µV of noise;\n# four spots that differ by 1 %, seed 7\nSpot,Current / mA,Voltage / mV\n");
        for (int spot = 1; spot <= 4; spot++)
        {
            double res = k / 12.5 * (1 + 0.01 * N());
            for (int i = 0; i < 10; i++)
            {
                double current = i % 2 == 0 ? 1e-3 : -1e-3;
                four.Append(FormattableString.Invariant($"{spot},{current * 1e3:g3},{(res * current + 40e-6 + 1e-6 * i + 2e-6 * N()) * 1e3:f4}\n"));
            }
        }
        File.WriteAllText(Path.Combine(Repository.Root, "examples", "laboratory", "four-point.csv"), four.ToString());
    }
}
