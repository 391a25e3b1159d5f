using System.Numerics;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Impedance;

public class CircuitTests
{
    private const double Omega = 2 * Math.PI * 3;

    [Fact]
    public void NamedCircuitIsWiredAsWritten()
    {
        Circuit circuit = Circuit.Parse("R0-p(R1-W1,C1)-L2");
        circuit.Parameters.Select(p => p.Name).ShouldBe(["R0", "R1", "W1", "C1", "L2"]);
        Complex diffusion = new Complex(1, -1) * 4 / Math.Sqrt(Omega);
        Complex expected = 2 + 1 / (1 / (3 + diffusion) + new Complex(0, Omega * 0.05)) + new Complex(0, Omega * 1e-3);
        Apart(circuit.Impedance(3, [2, 3, 4, 0.05, 1e-3]), expected).ShouldBeLessThan(1e-14);
    }

    [Theory]
    [InlineData("R(RC)(R[CW])", "R0-p(R1,C1)-p(R2,C2-W1)")]
    [InlineData("LR(Q[RW])", "L1-R0-p(CPE1,R1-W1)")]
    [InlineData("R(C[R(RQ)])", "R0-p(C1,R1-p(R2,CPE1))")]
    public void DescriptionCodeAndNamesMeanTheSame(string code, string named)
    {
        Circuit one = Circuit.Parse(code), other = Circuit.Parse(named);
        one.Parameters.Select(p => p.Name).ShouldBe(other.Parameters.Select(p => p.Name));
        double[] values = [.. one.Parameters.Select((p, k) => p.Law.IsExponent ? 0.8 : 0.3 * (k + 1))];
        Apart(one.Impedance(0.7, values), other.Impedance(0.7, values)).ShouldBeLessThan(1e-14);
    }

    [Theory]
    [InlineData("R1"), InlineData("C1"), InlineData("L1"), InlineData("CPE1"), InlineData("W1"), InlineData("Wo1"), InlineData("Ws1"), InlineData("G1")]
    [InlineData("ZARC1"), InlineData("TLM1"), InlineData("R0-p(R1-Wo1,CPE1)-p(ZARC2,C3-TLM4)")]
    public void DerivativesAreThoseOfDifferences(string text)
    {
        Circuit circuit = Circuit.Parse(text);
        double[] values = [.. circuit.Parameters.Select((p, k) => p.Law.IsExponent ? 0.83 : 0.4 + 0.3 * k)];
        var derivatives = new Complex[values.Length];
        foreach (double frequency in (double[])[1e-3, 0.2, 40])
        {
            circuit.Impedance(frequency, values, derivatives);
            for (int k = 0; k < values.Length; k++)
            {
                double step = 1e-5 * values[k];
                double[] up = [.. values], down = [.. values];
                up[k] += step;
                down[k] -= step;
                Complex slope = (circuit.Impedance(frequency, up) - circuit.Impedance(frequency, down)) / (2 * step);
                Complex.Abs(derivatives[k] - slope).ShouldBeLessThan(1e-7 * (Complex.Abs(slope) + 1e-3 * Complex.Abs(circuit.Impedance(frequency, values))), circuit.Parameters[k].Name);
            }
        }
    }

    [Fact]
    public void FiniteDiffusionHasTheLimitsOfItsEnds()
    {
        Circuit open = Circuit.Parse("Wo1"), closed = Circuit.Parse("Ws1"), line = Circuit.Parse("TLM1");
        open.Impedance(1e-6, [6, 1]).Real.ShouldBe(2, 1e-6, "a third of R lies in series with the capacitance of a wall");
        closed.Impedance(1e-6, [6, 1]).Real.ShouldBe(6, 1e-6, "a reservoir at the end leaves R");
        line.Impedance(1e-6, [6, 0.1, 1]).Real.ShouldBe(2, 1e-6, "R_ion/3 of a blocking porous electrode");
        Apart(open.Impedance(1e6, [6, 1]), 6 / Spectra.Power(2e6 * Math.PI, 0.5)).ShouldBeLessThan(1e-6, "far from the wall diffusion is semi-infinite");
    }

    [Theory]
    [InlineData("R0-p(R1,CPF1)", "character 9", "did you mean CPE")]
    [InlineData("R0-p(R1,CPE1", "character 13", "not closed")]
    [InlineData("R0--R1", "character 4", "expected an element")]
    [InlineData("R0-R0", "character 4", "twice")]
    [InlineData("R0-p(R1)", "character 4", "p(a,b)")]
    [InlineData("R0)", "character 3", "one too many")]
    [InlineData("R(RX)", "character 4", "known are")]
    [InlineData("", "character 1", "ends too early")]
    public void MistakesAreToldWithTheirPlace(string text, string place, string words)
    {
        var error = Should.Throw<InputException>(() => Circuit.Parse(text));
        error.Message.ShouldContain(place);
        error.Message.ShouldContain(words);
    }

    private static double Apart(Complex a, Complex b) => Complex.Abs(a - b) / Complex.Abs(b);
}
