using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Laboratory.Recordings;
using Loadstone.Tests.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Impedance;

/// <summary>Real spectra: the test's verdict, and that a circuit is chosen which follows the data.</summary>
public class SpectrumSampleTests
{
    private static Spectrum Read(string name) => SpectrumReading.Of(InstrumentFile.Load(Samples.Path(name))).Spectrum;

    [Theory]
    [InlineData("eis/exampleData.csv", 0.01)]
    [InlineData("eis/exampleDataAutolab.txt", 0.01)]
    [InlineData("eis/exampleDataVersaStudio.par", 0.015)]
    [InlineData("eis/exampleDataZPlot.z", 0.015)]
    [InlineData("eis/exampleDataZPlot_noComments.z", 0.01)]
    [InlineData("eis/exampleDataCHInstruments.txt", 0.02)]
    [InlineData("eis/exampleDataGamry.DTA", 0.05)]
    [InlineData("biologic/PEIS-0.mpr", 0.01)]
    [InlineData("biologic/peis.mpt", 0.03)]
    public void ACircuitFollowsTheSpectrum(string name, double deviation)
    {
        CircuitChoice choice = CircuitChoice.Of(Read(name));
        choice.Best.Deviation.ShouldBeLessThan(deviation, choice.Reason);
        choice.Reason.ShouldStartWith(choice.Best.Circuit.Text);
    }

    [Fact]
    public void ATestCellOfOneResistorAndOneCapacitorIsSeenAsThat() =>
        CircuitChoice.Of(Read("eis/exampleDataZPlot.z")).Best.Circuit.Text.ShouldBe("R0-p(R1,C1)");

    [Theory]
    [InlineData("eis/exampleData.csv")]
    [InlineData("eis/exampleDataAutolab.txt")]
    [InlineData("eis/Circuit1_EIS_1.z")]
    [InlineData("eis/exampleDataVersaStudio.par")]
    [InlineData("biologic/PEIS-0.mpr")]
    public void SteadyCellsPassTheTest(string name) => KramersKronigTest.Of(Read(name)).IsConsistent.ShouldBeTrue();

    [Fact]
    public void ASpectrumThatIsNoiseAtHighFrequencyFailsTheTest()
    {
        KramersKronigTest test = KramersKronigTest.Of(Read("eis/exampleDataParstat.txt"));
        test.IsConsistent.ShouldBeFalse();
        test.Verdict.ShouldContain("Not consistent");
    }
}
