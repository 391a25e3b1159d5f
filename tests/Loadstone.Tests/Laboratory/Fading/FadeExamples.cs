using System.Globalization;
using System.Text;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Fading;

/// <summary>Recordings of cells that fade at a known rate, as they stand in examples/laboratory: straight lines of voltage, seeded noise on the capacity.</summary>
internal static class FadeExamples
{
    public const double AtEven = 0.0004, Steepness = 20; // share per cycle, and per unit of ψ
    private const int Cycles = 50, RowsOfAHalf = 8;
    private const double Noise = 0.0005, FirstCapacity = 7.2, FadeOfVoltage = 0.5; // C, and volts lost per share of capacity lost

    /// <summary>The evenness of each sample and its file.</summary>
    public static IReadOnlyList<(double Psi, string File)> Samples { get; } = [(0.47, "fade-47"), (0.49, "fade-49"), (0.50, "fade-50"), (0.52, "fade-52")];

    public static double Rate(double psi) => AtEven * Math.Exp(Steepness * (psi - 0.5));

    /// <summary>The recording of a sample in the Battery Data Format: 10 mg, C/2.</summary>
    public static string Recording(double psi)
    {
        var random = new Random((int)Math.Round(1000 * psi));
        var text = new StringBuilder("Test Time / s,Voltage / V,Current / A,Cycle Count / 1\n");
        double now = 0;
        for (int n = 1; n <= Cycles; n++)
        {
            double lost = Rate(psi) * (n - 1), q = FirstCapacity * (1 - lost + Normal.Sample(random, 0, Noise)), sag = FadeOfVoltage * lost;
            Half(q * 1.001, 0.001, 3.6 + sag, 4.3);
            Rest(4.25);
            Half(q, -0.001, 4.2 - sag, 3 - sag);
            Rest(3.3);

            void Half(double charge, double current, double start, double end)
            {
                double duration = charge / Math.Abs(current);
                for (int k = 0; k <= RowsOfAHalf; k++) Row(now + duration * k / RowsOfAHalf, start + (end - start) * k / RowsOfAHalf, current, n);
                now += duration;
            }

            void Rest(double voltage)
            {
                Row(now, voltage, 0, n);
                now += 300;
                Row(now, voltage, 0, n);
            }
        }
        return text.ToString();

        void Row(double time, double voltage, double current, int cycle) =>
            text.Append(string.Create(CultureInfo.InvariantCulture, $"{time:0.###},{voltage:0.#####},{current},{cycle}\n"));
    }
}
