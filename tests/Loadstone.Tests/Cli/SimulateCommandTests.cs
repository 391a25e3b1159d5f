using System.Globalization;
using Loadstone.Cli;
using Loadstone.Electrochemistry;
using Loadstone.Formats;

namespace Loadstone.Tests.Cli;

public sealed class SimulateCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void TheLastRowStandsAtTheEventAndDischargeIsNegative()
    {
        string file = _shell.PathOf("series.bdf.csv");

        (int code, string output, _) = Shell.Run("simulate", "chen2020", "--protocol", "Discharge at 1C until 2.5 V", "--csv", file);

        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("2.5 V reached");
        string[] lines = File.ReadAllLines(file);
        lines[0].ShouldStartWith("Test Time / s,Voltage / V,Current / A,");
        double[] last = [.. lines[^1].Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
        // The reference solution of the published set ends after 3594 s (its own mesh and ours differ by less than a second).
        last[0].ShouldBe(3594, 3);
        last[1].ShouldBe(2.5, 1e-6);
        last[2].ShouldBe(-5);
        last[5].ShouldBe(-5 * last[0] / 3600, 1e-9);
    }

    /// <summary>A uniform electrode in the place of zones must not go unnoticed, and no note may stand where nothing is left out.</summary>
    [Theory]
    [InlineData("zones 1 % | 4 %", true)]
    [InlineData("single 2.5 %", false)]
    public void ZonesThatAreLeftOutAreTold(string variant, bool told)
    {
        string document = Path.Combine(Repository.Root, "examples", "yari-bilayers.json");

        (int code, _, string error) = Shell.Run("simulate", document, "--variant", variant, "-p", "Discharge at 1C for 10 s", "--mesh", "x:4,3,6,r:5");

        code.ShouldBe(ExitCode.Done);
        error.Contains("note: positive.zones: poor, rich left out", StringComparison.Ordinal).ShouldBe(told);
    }

    [Fact]
    public void StraightLinesBetweenRowsStayWithinHalfATenthOfAMillivolt()
    {
        string coarse = _shell.PathOf("coarse.csv"), dense = _shell.PathOf("dense.csv");
        string[] mesh = ["--mesh", "x:8,4,8,r:8"];
        Shell.Run(["simulate", "chen2020", "-p", "Discharge at 1C until 2.5 V", "--csv", coarse, .. mesh]).Code.ShouldBe(ExitCode.Done);
        Shell.Run(["simulate", "chen2020", "-p", "Discharge at 1C until 2.5 V (1 s period)", "--csv", dense, .. mesh]).Code.ShouldBe(ExitCode.Done);
        BatteryData rows = BatteryDataFormat.ReadFile(coarse), points = BatteryDataFormat.ReadFile(dense);

        rows.Series.Time.Count.ShouldBeLessThan(points.Series.Time.Count / 2);
        double worst = 0;
        for (int i = 0; i < points.Series.Time.Count; i++)
            worst = Math.Max(worst, Math.Abs(points.Series.Voltage[i] - At(rows, points.Series.Time[i])));
        worst.ShouldBeLessThan(0.05e-3);
    }

    [Fact]
    public void StepsAreTableRowsAndASeriesOnTheScreenIsAllThereIs()
    {
        string[] args = ["simulate", "xu2019", "--soc", "50 %", "-p", "Charge at C/2 until 4.0 V", "-p", "Rest for 10 min", "--mesh", "x:2,3,6,r:6"];

        Shell.Run(args).Out.Split('\n').Count(line => line.Contains(" 4 V reached", StringComparison.Ordinal) || line.Contains("time over", StringComparison.Ordinal)).ShouldBe(2);
        BatteryData series = BatteryDataFormat.Parse(Shell.Run([.. args, "--csv", "-"]).Out, "screen");
        series.StepNumber.Distinct().ShouldBe([1, 2]);
        series.Series.Current[0].ShouldBeLessThan(0);
    }

    [Fact]
    public void AVariantOfADocumentCanBeSimulatedAndShown()
    {
        string document = _shell.Write("design.json", Shell.Document), page = _shell.PathOf("page.html");

        (int code, string output, string error) = Shell.Run("simulate", document, "--variant", "reversed", "-p", "Discharge at 1C until 3 V", "--html", page);

        error.ShouldBeEmpty();
        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("3 V reached");
        File.ReadAllText(page).ShouldContain("<html");
    }

    [Fact]
    public void AStepThatCannotBeFinishedEndsWithCodeOneAndItsReason()
    {
        (int code, string output, string error) = Shell.Run("simulate", "marquis2019", "-p", "Discharge at 1C for 2 hours", "--mesh", "x:6,3,6,r:6");

        code.ShouldBe(ExitCode.Failed);
        output.ShouldContain("ended early");
        error.ShouldStartWith("stopped early: step 1, Discharge at 1C for 2 hours: ");
    }

    /// <summary>A state that one process keeps and another goes on from gives the rows of the run that was not cut.</summary>
    [Fact]
    public void AKeptStateIsGoneOnFrom()
    {
        string state = _shell.PathOf("cell.state.json");
        string[] simulate = ["simulate", "chen2020", "--mesh", "x:6,3,6,r:6"], first = ["-p", "Discharge at 1C for 10 min"], second = ["-p", "Rest for 10 min"];

        BatteryData whole = BatteryDataFormat.Parse(Shell.Run([.. simulate, .. first, .. second, "--csv", "-"]).Out, "screen");
        Shell.Run([.. simulate, .. first, "--save-state", state]).Out.ShouldContain("Wrote " + state);
        (int code, string rows, string error) = Shell.Run([.. simulate, .. second, "--from-state", state, "--csv", "-"]);

        error.ShouldBeEmpty();
        code.ShouldBe(ExitCode.Done);
        TimeSeries rest = BatteryDataFormat.Parse(rows, "screen").Series;
        rest.Voltage.ShouldBe(whole.Series.Voltage.TakeLast(rest.Voltage.Count));
        rest.Time[^1].ShouldBe(1200);

        Shell.Run("simulate", "chen2020", "-p", "Rest for 1 min", "--from-state", state).Error.ShouldContain("expected the same mesh");
        Shell.Run("simulate", "marquis2019", "--mesh", "x:6,3,6,r:6", "-p", "Rest for 1 min", "--from-state", state).Error.ShouldContain("another cell");
        Shell.Run([.. simulate, .. second, "--from-state", state, "--soc", "0.5"]).Error.ShouldContain("either --from-state or --soc");
    }

    [Fact]
    public void RepeatsTellTheTimeOfTheBareSolve()
    {
        (int code, string output, _) = Shell.Run("simulate", "chen2020", "--mesh", "x:4,3,4,r:4", "-p", "Discharge at 1C for 10 min", "--repeat", "3");

        code.ShouldBe(ExitCode.Done);
        output.ShouldMatch("3 repeats, bare solve: minimum .* ms, median .* ms, maximum .* ms; [0-9]+ time steps, [0-9]+ Newton iterations, [0-9]+ factorisations");
        Shell.Run("simulate", "chen2020", "-p", "Rest for 1 min", "--repeat", "-1").Code.ShouldBe(ExitCode.BadInput);
    }

    [Fact]
    public void TheLossesOfEachStepAreTableAndPlots()
    {
        string page = _shell.PathOf("why.html");

        (int code, string output, _) = Shell.Run("simulate", "chen2020", "-p", "Discharge at 1C for 10 min", "-p", "Rest for 10 min", "--breakdown", "--html", page, "--mesh", "x:5,3,5,r:6");

        code.ShouldBe(ExitCode.Done);
        string[] rows = [.. output.Split('\n').SkipWhile(line => !line.StartsWith("Losses", StringComparison.Ordinal)).Where(line => line.TrimStart().StartsWith("1 ", StringComparison.Ordinal))];
        double[] end = [.. rows[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
        end.Skip(4).Sum().ShouldBe((end[3] - end[2]) * 1000, 0.15);
        File.ReadAllText(page).ShouldContain("Why: losses");
    }

    private static double At(BatteryData rows, double time)
    {
        var times = rows.Series.Time;
        int high = 1;
        while (high < times.Count - 1 && times[high] < time) high++;
        double part = (time - times[high - 1]) / (times[high] - times[high - 1]);
        return rows.Series.Voltage[high - 1] + part * (rows.Series.Voltage[high] - rows.Series.Voltage[high - 1]);
    }

    /// <summary>The model option must reach the solver, and a model that does not exist must be told.</summary>
    [Fact]
    public void ReducedModelsAreChosenByName()
    {
        string[] args = ["simulate", "marquis2019", "-p", "Discharge at 1C for 10 min", "--mesh", "x:4,3,4,r:6"];
        string spm = Shell.Run([.. args, "--model", "spm"]).Out, spme = Shell.Run([.. args, "--model", "spme"]).Out;
        spm.ShouldContain("time over");
        spme.ShouldContain("time over");
        spm.ShouldNotBe(spme);
        (int code, _, string error) = Shell.Run([.. args, "--model", "p4d"]);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("\"p4d\" is not a model; dfn, spme and spm are.");
    }

    /// <summary>Thermal values that do not suffice must be told, and must not be taken for self-heating in silence.</summary>
    [Fact]
    public void SelfHeatingNeedsAllThermalValuesOfTheFile()
    {
        string file = Path.Combine(Repository.Root, "examples", "lgm50.bpx.json");
        (int code, _, string error) = Shell.Run("simulate", file, "--protocol", "Rest for 1 min", "--self-heating");
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("does not say enough for self-heating");
        Shell.Run("simulate", "chen2020", "--protocol", "Rest for 1 min", "--self-heating").Code.ShouldBe(ExitCode.BadInput);
    }
}
