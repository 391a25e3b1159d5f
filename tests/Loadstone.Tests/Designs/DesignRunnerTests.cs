using Loadstone.Designs;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;

namespace Loadstone.Tests.Designs;

public class DesignRunnerTests
{
    private static readonly RunOptions Coarse = new() { Mesh = new MeshSettings { Separator = 3, Positive = 6, Radial = 5 }, MaxParallelism = 1 };

    [Fact]
    public void CapacityIsChargeOverActiveMassAndRetentionIsAgainstTheLowestRate()
    {
        VariantOutcome variant = DesignRunner.Run(Documents.Parse(Documents.TwoLayers), Coarse, cancellation: TestContext.Current.CancellationToken).Variants.Single();

        double mass = 0.22 * variant.Built.Cell.Area; // 22 mg/cm²
        RateOutcome slow = variant.Rates[0], fast = variant.Rates[1];
        slow.SpecificCapacity!.Value.ShouldBe(slow.Step!.Charge / mass, 1e-9 * slow.SpecificCapacity.Value);
        slow.Retention!.Value.ShouldBe(1);
        fast.Retention!.Value.ShouldBe(fast.Charge!.Value / slow.Charge!.Value, 1e-12);
        fast.MeanVoltage!.Value.ShouldBe(fast.Step!.Energy / fast.Step.Charge, 1e-12);
        variant.Rates.ShouldAllBe(rate => rate.EndedAsAsked && rate.End == "2.7 V");
    }

    [Fact]
    public void TheReportTellsWhatTookTheVoltageOfTheFastestDischarge()
    {
        RunOutcome outcome = DesignRunner.Run(Documents.Parse(Documents.TwoLayers), Coarse, cancellation: TestContext.Current.CancellationToken);

        System.Text.Json.Nodes.JsonNode losses = RunReport.ToJson(outcome)["losses"]!;
        RunReport.Compose(outcome).Sections.ShouldContain(section => section.Heading == "Why it ended");
        losses.ToJsonString().ShouldContain("particleDiffusion");
        outcome.Variants[0].Mesh.ShouldBe(Coarse.Mesh);
    }

    [Fact]
    public void ADischargeThatEndsEarlyIsToldAndTheNextRateIsStillRun()
    {
        // At 1000C the small particles' surfaces cannot take the current at all.
        DesignDocument document = Documents.Parse(Documents.TwoLayers, "run[0].rateTest=[\"1000C\", \"0.1C\"]", "run[0].between=[\"-0.9 V\", \"4.3 V\"]");
        VariantOutcome variant = DesignRunner.Run(document, Coarse, cancellation: TestContext.Current.CancellationToken).Variants.Single();

        variant.Rates[0].EndedAsAsked.ShouldBeFalse();
        variant.Rates[0].EndText.ShouldStartWith("ended early: ");
        variant.Rates[1].Step.ShouldNotBeNull();
        variant.Rates[1].EndedAsAsked.ShouldBeTrue();
        variant.Rates[1].SpecificCapacity!.Value.ShouldBeGreaterThan(190 * 3.6e3); // 190 mAh/g, as if the first had not been
    }

    [Fact]
    public void CancellingKeepsWhatIsFinished()
    {
        DesignDocument document = Documents.Parse(Documents.TwoLayers.Replace("\"oneC\"", "\"variants\": { \"b\": { \"positive.layers\": \"reversed\" } }, \"oneC\"", StringComparison.Ordinal));
        using var stop = new CancellationTokenSource();
        var progress = new Direct(p => { if (p.Text.Length == 0) stop.Cancel(); });

        RunOutcome outcome = DesignRunner.Run(document, Coarse, progress, stop.Token);

        outcome.Variants.Select(v => v.Name).ShouldBe(["Two layers"]);
        outcome.NotFinished.ShouldBe(["b"]);
    }

    [Fact]
    public void VariantsRunAtTheSameTimeGiveTheSameNumbersAsOneByOne()
    {
        DesignDocument document = Documents.Parse(Documents.TwoLayers.Replace("\"oneC\"", "\"variants\": { \"b\": { \"positive.layers\": \"reversed\" }, \"c\": { \"positive.layers\": \"mixed\" } }, \"oneC\"", StringComparison.Ordinal));
        double[] one = Capacities(Coarse), many = Capacities(Coarse with { MaxParallelism = 3 });
        many.ShouldBe(one);

        double[] Capacities(RunOptions options) =>
            [.. DesignRunner.Run(document, options, cancellation: TestContext.Current.CancellationToken).Variants.SelectMany(v => v.Rates).Select(r => r.SpecificCapacity!.Value)];
    }

    [Fact]
    public void ADocumentWithNothingToRunIsToldSo() =>
        Should.Throw<InputException>(() => DesignRunner.Build(Documents.Parse(Documents.TwoLayers, "run=[]", "between=[\"2.7 V\", \"4.3 V\"]")))
            .Message.ShouldContain("has nothing to run");

    private sealed class Direct(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => report(value);
    }
}
