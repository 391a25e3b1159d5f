using System.Globalization;
using Loadstone.Materials;

namespace Loadstone.Tests.Materials;

public class ParameterSetTests
{
    private const double Tolerance = 1e-9; // relative; the tables have 12 digits

    [Theory]
    [InlineData("chen2020")]
    [InlineData("marquis2019")]
    [InlineData("xu2019")]
    public void FunctionsOfStoichiometryAgreeWithTheTables(string name)
    {
        ParameterSet set = ParameterSets.Load(name);
        Table table = Table.Read($"{name}-functions-of-stoichiometry.csv");
        foreach ((string side, ElectrodeParameters? electrode) in (ReadOnlySpan<(string, ElectrodeParameters?)>)[("negative", set.Negative), ("positive", set.Positive)])
        {
            if (electrode is null) continue;
            table.Compare($"U_{side}_raw_V", electrode.OpenCircuitPotential.Function.At);
            table.Compare($"D_s_{side}_m2_per_s", electrode.Diffusivity.Function.At);
            table.Compare($"j0_{side}_at_ce0_A_per_m2", x => electrode.ReferenceExchangeCurrentDensity * Math.Sqrt(x * (1 - x)));
        }
    }

    [Theory]
    [InlineData("chen2020")]
    [InlineData("marquis2019")]
    [InlineData("xu2019")]
    public void FunctionsOfConcentrationAgreeWithTheTables(string name)
    {
        ParameterSet set = ParameterSets.Load(name);
        Table table = Table.Read($"{name}-functions-of-concentration.csv");
        table.Compare("D_e_m2_per_s", set.Electrolyte.Diffusivity.Function.At);
        table.Compare("kappa_e_S_per_m", set.Electrolyte.Conductivity.Function.At);
        table.Compare("t_plus", set.Electrolyte.TransferenceNumber.Function.At);
        table.Compare("j0_positive_at_sto0.5_A_per_m2", c => set.Positive.ReferenceExchangeCurrentDensity * Math.Sqrt(c / 1000) * 0.5);
        if (set.Lithium is { } lithium) table.Compare("j0_Li_metal_A_per_m2", lithium.ExchangeCurrentDensity.Function.At);
    }

    [Fact]
    public void EntropicCoefficientsOfMarquis2019AgreeWithTheTable()
    {
        ParameterSet set = ParameterSets.Load("marquis2019");
        Table table = Table.Read("marquis2019-functions-of-stoichiometry.csv");
        table.Compare("dUdT_negative_V_per_K", set.Negative!.EntropicCoefficient!.Function.At);
        table.Compare("dUdT_positive_V_per_K", set.Positive.EntropicCoefficient!.Function.At);
    }

    [Fact]
    public void ActivationEnergiesAreThePublishedOnes()
    {
        ParameterSet chen = ParameterSets.Load("chen2020"), marquis = ParameterSets.Load("marquis2019"), xu = ParameterSets.Load("xu2019");
        chen.Negative!.ExchangeActivationEnergy!.Value.ShouldBe(35_000);
        chen.Positive.ExchangeActivationEnergy!.Value.ShouldBe(17_800);
        chen.Positive.DiffusivityActivationEnergy.ShouldBeNull(); // none is printed, and none is made up
        marquis.Negative!.DiffusivityActivationEnergy!.Value.ShouldBe(42_770);
        marquis.Positive.DiffusivityActivationEnergy!.Value.ShouldBe(18_550);
        marquis.Negative.ExchangeActivationEnergy!.Value.ShouldBe(37_480);
        marquis.Positive.ExchangeActivationEnergy!.Value.ShouldBe(39_570);
        marquis.Electrolyte.DiffusivityActivationEnergy!.Value.ShouldBe(37_040);
        marquis.Electrolyte.ConductivityActivationEnergy!.Value.ShouldBe(34_700);
        xu.Positive.ExchangeActivationEnergy.ShouldBeNull();
    }

    [Fact]
    public void ConstantsOfChen2020AreThoseOfThePaper()
    {
        ParameterSet set = ParameterSets.Load("Chen2020");
        set.Area.ShouldBe(0.1027, 1e-12);
        set.OneC.ShouldBe(5, 1e-12);
        set.Positive.Thickness.Value.ShouldBe(75.6e-6);
        set.Negative!.ParticleRadius.Value.ShouldBe(5.86e-6);
        set.Negative.MaximumConcentration.Value.ShouldBe(33133);
        set.Positive.EffectiveConductivity.ShouldBe(0.18); // effective as published: exponent 0
        set.Positive.TransportEfficiency.ShouldBe(Math.Pow(0.335, 1.5), 1e-15);
        set.Separator.Thickness.Value.ShouldBe(12e-6);
        set.Lithium.ShouldBeNull();
    }

    [Fact]
    public void ConstantsOfTheOtherSetsAreThoseOfTheirPapers()
    {
        ParameterSet marquis = ParameterSets.Load("marquis2019"), xu = ParameterSets.Load("xu2019");
        marquis.OneC.ShouldBe(0.680616, 1e-12);
        marquis.Area.ShouldBe(0.028359, 1e-12);
        marquis.Positive.EffectiveConductivity.ShouldBe(10 * Math.Pow(0.7, 1.5), 1e-12);
        marquis.Positive.MaximumConcentration.Value.ShouldBe(51217.9257309275);
        marquis.Separator.TransportEfficiency.ShouldBe(1);
        xu.Negative.ShouldBeNull();
        xu.Positive.InitialConcentration.Value.ShouldBe(4631);
        xu.LowerCutOff.Value.ShouldBe(3.5);
        xu.Lithium!.Thickness.Value.ShouldBe(700e-6);
    }

    [Fact]
    public void AnUnknownSetIsToldTheNearestName()
    {
        ParameterSets.Names.ShouldBe(["chen2020", "marquis2019", "xu2019"]);
        Should.Throw<InputException>(() => ParameterSets.Load("chen2021")).Message.ShouldContain("did you mean chen2020?");
    }

    private sealed record Table(string[] Columns, double[][] Rows)
    {
        public static Table Read(string file)
        {
            string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "functions", file));
            return new Table(lines[0].Split(','),
                [.. lines.Skip(1).Select(line => line.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())]);
        }

        public void Compare(string column, Func<double, double> function)
        {
            int k = Array.IndexOf(Columns, column);
            k.ShouldBeGreaterThan(0, column);
            foreach (double[] row in Rows) function(row[0]).ShouldBe(row[k], Tolerance * Math.Abs(row[k]), $"{column} at {row[0]}");
        }
    }
}
