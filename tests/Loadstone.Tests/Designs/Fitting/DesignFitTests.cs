using System.Text.Json.Nodes;
using Loadstone.Designs.Fitting;
using Loadstone.Electrochemistry;
using Loadstone.Laboratory.Recordings;
using Loadstone.Tests.Cli;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Designs.Fitting;

public class DesignFitTests
{
    /// <summary>Data without noise from a finer mesh: what is left is the coarse mesh's own error.</summary>
    [Fact]
    public void Clean_data_of_a_finer_mesh_give_the_parameters_back()
    {
        FitOutcome found = FitTrials.Fit(1, 0, new FitOptions { Mesh = new MeshSettings { Separator = 8, Positive = 24, Radial = 32 } });
        found.Parameters[0].Estimate.Value.ShouldBe(FitTrials.Diffusivity, 5e-3 * FitTrials.Diffusivity);
        found.Parameters[1].Estimate.Value.ShouldBe(FitTrials.Contact, 1e-2 * FitTrials.Contact);
        found.After.RootMeanSquare.ShouldBeLessThan(0.5e-3);
        found.Before.RootMeanSquare.ShouldBeGreaterThan(10 * found.After.RootMeanSquare);
    }

    /// <summary>Of 8 intervals at 95 % fewer than 5 hold the truth with a chance of 4e-4.</summary>
    [Fact]
    public void Intervals_hold_the_truth()
    {
        FitOutcome[] fits = [.. Enumerable.Range(1, 8).AsParallel().Select(seed => FitTrials.Fit(seed))];
        fits.Count(f => new Trial(f.Parameters[0].Estimate, FitTrials.Diffusivity).Holds).ShouldBeGreaterThanOrEqualTo(5);
        fits.Count(f => new Trial(f.Parameters[1].Estimate, FitTrials.Contact).Holds).ShouldBeGreaterThanOrEqualTo(5);
        fits[0].After.RootMeanSquare.ShouldBe(FitTrials.Noise, 0.2 * FitTrials.Noise);
    }

    /// <summary>What 1C is called does not touch the voltage of a current in amperes: no fit can find it, and it must say so.</summary>
    [Fact]
    public void Parameters_that_the_data_do_not_touch_are_named()
    {
        using var shell = new Shell();
        FitOutcome found = DesignFit.Run(shell.Write("a.json", FitTrials.Document), FitTrials.Measure(1), ["positive.contactResistance=1 Ω cm²..50 Ω cm²", "oneC"]);
        found.Warnings.ShouldContain(w => w.Contains("oneC", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("positive.porosit", "neither a path")]
    [InlineData("positive.porosity=50 %..40 %", "not in order")]
    [InlineData("positive.porosity=1..2", "%")]
    [InlineData("positive.porosity=30 %", "two bounds")]
    [InlineData("positive.thickness", "does not state")]
    public void Bad_parameters_are_told(string vary, string expected)
    {
        using var shell = new Shell();
        string file = shell.Write("a.json", FitTrials.Document);
        Should.Throw<InputException>(() => DesignFit.Run(file, FitTrials.Measure(1), [vary])).Message.ShouldContain(expected);
    }

    /// <summary>The current of a measurement becomes one step where it was constant, and rows at a border count for the step that they end or begin.</summary>
    [Fact]
    public void Measured_current_becomes_steps()
    {
        MeasuredRun run = FitTrials.Measure(1, 0);
        run.Protocol.Steps.Count.ShouldBe(2);
        run.Protocol.Steps[0].Duration.ShouldBe(2400);
        run.Protocol.Steps[1].Duration!.Value.ShouldBe(1200, 1e-9);
    }

    [Fact]
    public void Rest_alone_is_refused()
    {
        var recording = new Recording("rest.csv", [(RecordColumns.TestTime, [0, 1]), (RecordColumns.Voltage, [4, 4]), (RecordColumns.Current, [0, 0])]);
        Should.Throw<InputException>(() => MeasuredRun.Of(recording)).Message.ShouldContain("no current flows");
    }

    /// <summary>The written document holds the fitted values where the old ones stood, and nothing else changes.</summary>
    [Fact]
    public void Fitted_document_holds_the_values()
    {
        using var shell = new Shell();
        string file = shell.Write("a.json", FitTrials.Document);
        FitOutcome found = DesignFit.Run(file, FitTrials.Measure(1), ["positive.contactResistance"]);
        JsonNode before = JsonNode.Parse(FitTrials.Document)!, after = JsonNode.Parse(FittedDocument.Text(file, found.Parameters))!;
        string written = after["positive"]!["contactResistance"]!.GetValue<string>();
        written.ShouldBe(found.Parameters[0].Parameter.Text(found.Parameters[0].Estimate.Value, 6));
        after["positive"]!["contactResistance"] = before["positive"]!["contactResistance"]!.GetValue<string>();
        JsonNode.DeepEquals(before, after).ShouldBeTrue();
    }
}
