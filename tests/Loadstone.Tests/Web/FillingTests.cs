using Loadstone.Web.Filling;
using Loadstone.Web.Serving;

namespace Loadstone.Tests.Web;

public sealed class FillingTests
{
    private static readonly FillingRequest Small = new()
    {
        Document = File.ReadAllText(Path.Combine(Repository.Root, "examples", "l-dry-s.json")),
        Porosity = "60 %", Width = "30 µm", Arrangements = ["as written", "reversed"], Seeds = 2,
    };

    [Fact]
    public void Arrangements_stand_in_their_order_from_the_foil()
    {
        FillingPlan plan = FillingPlan.Of(Small with { Arrangements = ["as written", "mixed", "reversed"] });
        plan.Cases.Select(one => one.Name).ShouldBe(["L-S", "Mix", "S-L"]);
        double large = plan.Cases[0].Layers[0].Classes.Max(c => c.Radius);
        plan.Cases[2].Layers[^1].Classes.Max(c => c.Radius).ShouldBe(large, "reversed, the large particles stand on top");
    }

    [Theory]
    [InlineData("0 beds", "--seeds")]
    [InlineData("a gap without a unit", "--gap")]
    [InlineData("an angle that does not wet", "--angle")]
    [InlineData("too much liquid", "--pore-volumes")]
    [InlineData("a very wide bed", "--width")]
    public void What_cannot_be_used_is_named_as_on_the_command_line(string what, string option)
    {
        FillingRequest request = what switch
        {
            "0 beds" => Small with { Seeds = 0 },
            "a gap without a unit" => Small with { Gap = "0.8" },
            "an angle that does not wet" => Small with { Angle = "120°" },
            "too much liquid" => Small with { PoreVolumes = 1000 },
            _ => Small with { Width = "1 m" },
        };
        Should.Throw<InputException>(() => FillingPlan.Of(request)).Place.ShouldBe(option);
    }

    [Fact]
    public async Task A_capillary_run_tells_each_step_and_ends_with_errors_over_its_beds()
    {
        SentParts sent = await Run(CapillaryWork.Run, Small);
        StepsPart first = sent.Of<StepsPart>().First();
        first.Steps.Select(step => step.Volumes).ShouldBeInOrder(SortDirection.Ascending);
        first.Steps.SelectMany(step => step.Filled).ShouldBeUnique();
        first.Steps.SelectMany(step => step.Filled.Concat(step.Trapped)).Max().ShouldBeLessThan(first.Pores.Count);
        ResultPart[] results = [.. sent.Of<ResultPart>()];
        results.Length.ShouldBe(2);
        results[0].Numbers.Single(number => number.Name == "saturation at breakthrough").HalfWidth!.Value.ShouldBeGreaterThan(0);
        string order = sent.Of<OrderPart>().Single().Words;
        order.ShouldContain("L-S");
        order.ShouldContain("S-L");
    }

    [Fact]
    public async Task A_viscous_run_sends_pictures_at_equal_injected_volume_while_it_goes_on()
    {
        SentParts sent = await Run(StudyWork.Run, Small with { Seeds = 1, Grid = "1 µm", Gap = "2 µm", Porosity = "75 %", PoreVolumes = 0.1 });
        FramePart[] frames = [.. sent.Of<FramePart>()];
        frames.Count(frame => frame.Case == 0).ShouldBe(frames.Count(frame => frame.Case == 1));
        foreach (FramePart[] pair in frames.Chunk(2))
        {
            pair.Select(frame => frame.Case).ShouldBe([0, 1], "both arrangements are at the same place while they fill");
            pair[1].Volumes.ShouldBe(pair[0].Volumes, 1e-9);
        }
        BedPart bed = sent.Of<BedPart>().First();
        frames.ShouldAllBe(frame => frame.Pixels.Length == bed.Columns * bed.Rows || frame.Case == 1);
        SamplesPart[] samples = [.. sent.Of<SamplesPart>().Where(part => part.Case == 0)];
        samples.SelectMany(part => part.Volumes).Select(volumes => volumes!.Value).ShouldBeInOrder(SortDirection.Ascending);
        samples.SelectMany(part => part.Saturation).Last()!.Value.ShouldBe(10, 0.5, "until the liquid leaves below, what came in is what is there");
        sent.Of<FieldPart>().Select(field => field.Name).Distinct().Order().ShouldBe(["pressure", "speed"]);
    }

    [Fact]
    public async Task A_newer_run_of_a_client_ends_the_older_one()
    {
        var queue = new ComputeQueue(1);
        using ComputeTurn older = queue.Enter("one", 1, CancellationToken.None);
        FillingPlan plan = FillingPlan.Of(Small with { Seeds = 100 });
        var sent = new SentParts { OnFirst = () => queue.Enter("one", 2, CancellationToken.None) };
        await Should.ThrowAsync<OperationCanceledException>(() => CapillaryWork.Run(plan, older, sent));
        sent.Of<ResultPart>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("capillary")]
    [InlineData("study")]
    public async Task Who_leaves_stops_the_work_at_once(string mode)
    {
        using var gone = new CancellationTokenSource();
        var queue = new ComputeQueue(1);
        using ComputeTurn turn = queue.Enter("one", 1, gone.Token);
        var sent = new SentParts { OnFirst = gone.Cancel };
        FillingPlan plan = FillingPlan.Of(Small with { Seeds = 100, Grid = "1 µm", Gap = "2 µm", Porosity = "75 %" });
        await Should.ThrowAsync<OperationCanceledException>(() => mode == "study" ? StudyWork.Run(plan, turn, sent) : CapillaryWork.Run(plan, turn, sent));
        sent.Of<ResultPart>().ShouldBeEmpty();
        sent.Of<FramePart>().ShouldBeEmpty();
        using ComputeTurn next = queue.Enter("two", 1, TestContext.Current.CancellationToken);
        (await next.Run(_ => 1)).ShouldBe(1, "the processor is free again");
    }

    private static async Task<SentParts> Run(Func<FillingPlan, ComputeTurn, IPartSender, Task> work, FillingRequest request)
    {
        var queue = new ComputeQueue(2);
        using ComputeTurn turn = queue.Enter("test", 1, TestContext.Current.CancellationToken);
        var sent = new SentParts();
        await work(FillingPlan.Of(request), turn, sent);
        return sent;
    }
}
