using System.Text.Json.Nodes;
using Loadstone.Designs.Fitting;
using Loadstone.Laboratory.Recordings;
using Loadstone.Tests.Cli;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Designs.Fitting;

public class DesignFitTests
{
    /// <summary>
    /// Data without noise from a mesh four times as fine: what is left is the error of the fit's own mesh, which is one standard error of noisy
    /// data where it is not taken out, and must be a third of one at most.
    /// </summary>
    [Fact]
    public void Clean_data_of_a_finer_mesh_give_the_parameters_back()
    {
        FitOutcome found = FitTrials.Fit(1, 0), noisy = FitTrials.Fit(1);
        found.Parameters[0].Estimate.Value.ShouldBe(FitTrials.Diffusivity, noisy.Parameters[0].Estimate.StandardError / 3);
        found.Parameters[1].Estimate.Value.ShouldBe(FitTrials.Contact, noisy.Parameters[1].Estimate.StandardError / 3);
        found.After.RootMeanSquare.ShouldBeLessThan(0.5e-3);
        found.Before.RootMeanSquare.ShouldBeGreaterThan(10 * found.After.RootMeanSquare);
        found.MeshError.ShouldBeGreaterThan(found.After.RootMeanSquare);
    }

    /// <summary>
    /// Of 16 intervals at 95 % fewer than 13 hold the truth with a chance of 0.7 %, and the mean of errors over standard errors is within
    /// ±0.6 with one of 98 %. A shift by one standard error, with which 84 % hold, would fail the second with one of 95 %.
    /// </summary>
    [Fact]
    public void Intervals_hold_the_truth()
    {
        FitOutcome[] fits = [.. Enumerable.Range(1, 16).AsParallel().AsOrdered().Select(seed => FitTrials.Fit(seed))];
        double[] truth = [FitTrials.Diffusivity, FitTrials.Contact];
        for (int k = 0; k < truth.Length; k++)
        {
            fits.Count(f => new Trial(f.Parameters[k].Estimate, truth[k]).Holds).ShouldBeGreaterThanOrEqualTo(13);
            fits.Average(f => (f.Parameters[k].Estimate.Value - truth[k]) / f.Parameters[k].Estimate.StandardError).ShouldBe(0, 0.6);
        }
        fits[0].After.RootMeanSquare.ShouldBe(FitTrials.Noise, 0.2 * FitTrials.Noise);
    }

    /// <summary>Noise with a correlation of 0.7 counts as 0.3/1.7 of as many independent rows, and the errors are wider by the root of it; independent noise counts in full.</summary>
    [Fact]
    public void Noise_that_follows_itself_widens_the_intervals()
    {
        double[] errors = TransportTrials.Noisy(new double[4000], 1, 1);
        ResidualCorrelation.IndependentShare(errors).ShouldBe(1);
        for (int i = 1; i < errors.Length; i++) errors[i] = 0.7 * errors[i - 1] + Math.Sqrt(1 - 0.49) * errors[i];
        ResidualCorrelation.IndependentShare(errors).ShouldBe(0.3 / 1.7, 0.03);
        FitOutcome independent = FitTrials.Fit(1), following = FitTrials.Fit(1, following: 0.7);
        following.Warnings.ShouldContain(w => w.Contains("follow each other", StringComparison.Ordinal));
        following.Parameters[0].Estimate.StandardError.ShouldBeGreaterThan(1.5 * independent.Parameters[0].Estimate.StandardError);
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
