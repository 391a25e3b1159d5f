using Loadstone.Designs.Making;

namespace Loadstone.Tests.Designs.Making;

/// <summary>What cannot be made is an error or a warning that names the number that would do.</summary>
public class BadProcessTests
{
    [Theory]
    // what is impossible
    [InlineData("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": {} }, LAYERS:93 %", "positive.layers[0].slurry.solidsContent: A slurry with 93 % of solids by mass jams", "Expected less than")]
    [InlineData("\"process\": { \"coating\": { \"gap\": \"5 µm\" } }, LAYERS:70 %", "positive.process.coating.gap: A gap of 5 µm does not let the largest particle", "at least")]
    [InlineData("\"loading\": \"0.5 mg/cm²\", \"process\": { \"coating\": {} }, LAYERS:70 %", "does not let the largest particle", "follows from the loading")]
    [InlineData("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": {}, \"drying\": { \"rampAndHold\": { \"temperature\": \"260 °C\", \"massTransfer\": \"0.01 mm/s\" } } }, LAYERS:70 %", "boils in the film", "below its boiling point of 20")]
    [InlineData("\"loading\": \"30 mg/cm²\", \"pressDensity\": \"5.5 g/cm³\", \"process\": { \"coating\": {} }, \"calendering\": {}, LAYERS:70 %", "press density of 5.5 g/cm³ cannot be reached", "expected less than 4.")]
    [InlineData("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": { \"method\": \"slot\", \"gap\": \"100 µm\" } }, LAYERS:70 %", "does not fit under a die at 100 µm", "expected a gap of more than")]
    // what clashes
    [InlineData("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": { \"gap\": \"300 µm\" } }, LAYERS:70 %", "\"gap\" and \"loading\" clash", "Keep one")]
    [InlineData("\"loading\": \"30 mg/cm²\", \"porosity\": \"30 %\", \"thickness\": \"90 µm\", \"process\": { \"coating\": {} }, LAYERS:70 %", "\"porosity\" and \"thickness\" clash", "Keep one")]
    [InlineData("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": { \"mixedZone\": \"10 %\" } }, LAYERS:70 %", "\"mixedZone\" and layers that are \"dried\"", "wet on wet")]
    [InlineData("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": { \"method\": \"slot\", \"headHeight\": \"1 cm\" } }, LAYERS:70 %", "\"headHeight\" and \"method\": \"slot\" clash", "under a blade")]
    [InlineData("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": {}, \"drying\": { \"rampAndHold\": { \"temperature\": \"120 °C\" }, \"zones\": [ { \"length\": \"2 m\", \"airTemperature\": \"100 °C\" } ] } }, LAYERS:70 %", "\"rampAndHold\" and \"zones\" clash", "Keep one")]
    // what is missing
    [InlineData("\"porosity\": \"30 %\", \"process\": { \"coating\": {} }, LAYERS:70 %", "needs to know how much is coated", "\"loading\"")]
    [InlineData("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": {}, \"drying\": {} }, LAYERS:70 %", "needs an oven", "zones")]
    [InlineData("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": {} }, \"layers\": [ { \"solids\": { \"nmc811\": \"96 %\", \"super p\": \"2 %\", \"pvdf\": \"2 %\" } } ]", "has no \"slurry\"", "add its solvent")]
    public void What_cannot_be_made_is_refused(string electrode, string problem, string expected)
    {
        int mark = electrode.IndexOf("LAYERS:", StringComparison.Ordinal);
        if (mark >= 0) electrode = electrode[..mark] + Processes.OneLayer(electrode[(mark + 7)..]);
        string message = Should.Throw<InputException>(() => Processes.Build(electrode)).Message;
        message.ShouldContain(problem);
        message.ShouldContain(expected);
    }

    private static IReadOnlyList<string> Warnings(string electrode) => MakeReport.Warnings(MakeRunner.Run(Processes.Parse(electrode)));

    [Fact]
    public void A_film_that_leaves_the_oven_wet_is_told_with_the_speed_that_dries_it()
    {
        const string Oven = "\"drying\": { \"zones\": [ { \"length\": \"5 m\", \"airTemperature\": \"110 °C\" } ] }";
        MadeElectrode wet = Processes.Build($"\"loading\": \"30 mg/cm²\", \"process\": {{ \"coating\": {{ \"speed\": \"20 m/min\" }}, {Oven} }}, {Processes.OneLayer()}").Positive!.Making!;
        wet.Warnings.ShouldContain(w => w.Contains("not dry after 15 s", StringComparison.Ordinal) && w.Contains("line speed of at most", StringComparison.Ordinal));
        double fastest = wet.Dryings[0].FastestLineSpeed!.Value;
        MadeElectrode dry = Processes.Build($"\"loading\": \"30 mg/cm²\", \"process\": {{ \"coating\": {{ \"speed\": \"{Processes.Text(0.999 * fastest * 60)} m/min\" }}, {Oven} }}, {Processes.OneLayer()}").Positive!.Making!;
        dry.Warnings.ShouldNotContain(w => w.Contains("not dry", StringComparison.Ordinal));
    }

    [Fact]
    public void Air_above_the_boiling_point_is_a_warning_while_evaporation_cools_the_film() =>
        Warnings("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": {}, \"drying\": { \"zones\": [ { \"length\": \"5 m\", \"airTemperature\": \"220 °C\" } ] } }, " + Processes.OneLayer())
            .ShouldContain(w => w.Contains("solvent boils below the oven temperature", StringComparison.Ordinal));

    [Fact]
    public void A_loading_that_cracks_is_told_with_the_one_that_does_not() =>
        Warnings($"\"loading\": \"60 mg/cm²\", \"process\": {{ \"coating\": {{}}, {Processes.Ramp} }}, " + Processes.OneLayer())
            .ShouldContain(w => w.Contains("loading above the cracking limit: 60.0 mg/cm² is above the 17.6 mg/cm²", StringComparison.Ordinal) && w.Contains("extrapolated", StringComparison.Ordinal));

    [Fact]
    public void A_slurry_outside_the_coaters_window_is_told_with_the_window() =>
        Warnings("\"loading\": \"30 mg/cm²\", \"process\": { \"coating\": {} }, " + Processes.OneLayer("35 %"))
            .ShouldContain(w => w.Contains("outside the coater's window at 35 % of solids", StringComparison.Ordinal) && w.Contains("it can be coated from", StringComparison.Ordinal));

    [Fact]
    public void A_porosity_above_that_of_the_dried_slurry_is_told() =>
        Warnings("\"loading\": \"30 mg/cm²\", \"porosity\": \"70 %\", \"process\": { \"coating\": {} }, " + Processes.OneLayer())
            .ShouldContain(w => w.Contains("looser than coated", StringComparison.Ordinal));

    [Fact]
    public void A_document_without_a_process_has_nothing_to_make() =>
        Should.Throw<InputException>(() => Warnings("\"loading\": \"30 mg/cm²\", \"porosity\": \"30 %\", " + Processes.OneLayer())).Message.ShouldContain("no electrode has a process");
}
