using System.Numerics;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Tables;
using Loadstone.Laboratory.Transport;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Transport;

public class ConductivityTests
{
    private static readonly double[] Temperatures = [.. Enumerable.Range(0, 13).Select(i => 233.15 + 10 * i)];

    /// <summary>Without noise both laws give their own parameters back, and Akaike's criterion takes the law that made the points.</summary>
    [Fact]
    public void Clean_points_give_the_law_back()
    {
        ConductivityLaws curved = Fit(t => 20 / Math.Sqrt(t) * Math.Exp(-900 / (t - 170)));
        curved.PrefersVogel.ShouldBeTrue();
        curved.Vogel!.ActivationEnergy.Value.ShouldBe(900 * PhysicalConstants.Gas, 1e-3 * 900 * PhysicalConstants.Gas);
        curved.Vogel.VogelTemperature.Value.ShouldBe(170, 0.1);
        ConductivityLaws straight = Fit(t => 1e5 * Math.Exp(-35e3 / (PhysicalConstants.Gas * t)));
        straight.Arrhenius.ActivationEnergy.Value.ShouldBe(35e3, 1);
        straight.PrefersVogel.ShouldBeFalse();
    }

    /// <summary>The apparent energy is the slope of the curve that an Arrhenius plot shows.</summary>
    [Fact]
    public void Apparent_energy_is_the_slope_over_inverse_temperature()
    {
        VogelFit law = Fit(t => 20 / Math.Sqrt(t) * Math.Exp(-900 / (t - 170))).Vogel!;
        const double t = 300, h = 1e-6;
        double slope = (Math.Log(law.At(1 / (1 / t + h))) - Math.Log(law.At(1 / (1 / t - h)))) / (2 * h);
        law.ApparentActivationEnergy(t).ShouldBe(-PhysicalConstants.Gas * slope, 1);
    }

    [Fact]
    public void Points_too_few_or_alike_are_refused()
    {
        Should.Throw<InputException>(() => ConductivityFit.Fit(new ConductivityPoints("a.csv", [300, 310], [1, 2]))).Message.ShouldContain("a.csv: 2 points");
        Should.Throw<InputException>(() => ConductivityFit.Fit(new ConductivityPoints("a.csv", [300, 300, 300], [1, 2, 3]))).Message.ShouldContain("one temperature");
    }

    [Fact]
    public void Table_is_read_by_names_and_units()
    {
        ConductivityPoints points = ConductivityPoints.Of(MeasuredTable.Parse("# ISP\nTemperature / degC;Ionic conductivity (mS/cm)\n25;1.19\n-40;0.02\n", "t.csv"));
        points.Temperature.ShouldBe([298.15, 233.15], 1e-9);
        points.Conductivity[0].ShouldBe(0.119, 1e-12);
    }

    [Theory]
    [InlineData("Temperature / degC,Conductivity / mS/cm\n25,-1\n", "above 0")]
    [InlineData("Temperature / degC,Conductivity / mA\n25,1\n", "no unit of conductivity")]
    [InlineData("Temperature / degC,Conductivity\n25,1\n", "names no unit")]
    [InlineData("Temperature / degC,Conductivity / S/m\n25,x\n", "t.csv:2:2")]
    [InlineData("Temperature / degC,Conductivity / S/m\n25\n", "1 fields")]
    [InlineData("Voltage / V,Conductivity / S/m\n25,1\n", "\"temperature\"")]
    [InlineData("Temperature / degC,Conductivity / S/m\n", "no row")]
    public void Bad_tables_say_where(string text, string expected) =>
        Should.Throw<InputException>(() => ConductivityPoints.Of(MeasuredTable.Parse(text, "t.csv"))).Message.ShouldContain(expected);

    /// <summary>An ideal cold polymer: the closed forms τ_c = R C_b and τ_D = R √(C_b (C_b + C_e)) against what the fit finds.</summary>
    [Fact]
    public void Relaxation_times_are_those_of_the_closed_form()
    {
        const double r = 2e5, own = 6e-11, electrodes = 3e-6;
        double[] omega = [.. Enumerable.Range(0, 60).Select(i => 2 * Math.PI * 1e7 * Math.Pow(10, -7.3 * i / 59))];
        BlockingCellResult found = BlockingCell.Analyse(TransportTrials.NoisySpectrum(omega, w => r / (1 + new Complex(0, w * r * own)) + 1 / new Complex(0, w * electrodes), 0, 1));
        found.HasArc.ShouldBeTrue();
        found.Resistance.Value.ShouldBe(r, 1e-3 * r);
        found.ChargeRelaxation!.Value.Value.ShouldBe(r * own, 1e-3 * r * own);
        double dielectric = r * Math.Sqrt(own * (own + electrodes));
        found.DielectricRelaxation!.Value.Value.ShouldBe(dielectric, 1e-3 * dielectric);
        found.TransportTime!.Value.Value.ShouldBe(dielectric - r * own, 1e-3 * dielectric);
    }

    /// <summary>A liquid between steel discs shows no arc; the intercept is the resistance, and σ = L/(R A).</summary>
    [Fact]
    public void Intercept_of_a_spike_gives_the_conductivity()
    {
        double[] omega = [.. Enumerable.Range(0, 51).Select(i => 2 * Math.PI * 1e6 * Math.Pow(10, -5.0 * i / 50))];
        BlockingCellResult found = BlockingCell.Analyse(TransportTrials.NoisySpectrum(omega, w => 40 + new Complex(0, 3e-7 * w) + 1 / (2e-5 * Complex.Pow(new Complex(0, w), 0.93)), 0, 1));
        found.HasArc.ShouldBeFalse();
        found.Resistance.Value.ShouldBe(40, 0.04);
        Estimate sigma = BlockingCell.Conductivity(new Estimate(40, 0.4), new Estimate(50e-6, 1e-6), Estimate.Exact(2e-4));
        sigma.Value.ShouldBe(50e-6 / (40 * 2e-4), 1e-12);
        sigma.StandardError.ShouldBe(sigma.Value * Math.Sqrt(0.01 * 0.01 + 0.02 * 0.02), 1e-9);
    }

    [Fact]
    public void Spectrum_of_three_points_is_refused() =>
        Should.Throw<InputException>(() => BlockingCell.Analyse(new Spectrum("z.csv", [3, 2, 1], [1, 1, 1]))).Message.ShouldContain("3 points");

    private static ConductivityLaws Fit(Func<double, double> law) => ConductivityFit.Fit(new ConductivityPoints("law", Temperatures, [.. Temperatures.Select(law)]));
}
