using System.Globalization;
using Loadstone.Cli;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;

namespace Loadstone.Tests.Cli;

public sealed class SensitivityCommandTests : IDisposable
{
    private const string Step = "Discharge at 1C until 2.5 V";
    private const string Mesh = "x:6,4,6,r:8";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>The screen must show the strongest parameter first, and the file what the library gives.</summary>
    [Fact]
    public void TheStrongestParameterStandsFirst()
    {
        string file = _shell.PathOf("s.csv");
        (int code, string output, string error) = Shell.Run("sensitivity", "chen2020", "--protocol", Step, "--mesh", Mesh, "--csv", file,
            "--parameter", "negative diffusivity", "--parameter", "Positive thickness", "--parameter", "separator thickness");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("75.6 µm");
        output.ShouldContain("% per %");
        output.ShouldContain("2.5 V reached");

        string[][] rows = [.. File.ReadAllLines(file).Skip(1).Select(line => line.Split(','))];
        rows.Length.ShouldBe(3);
        double[] capacity = [.. rows.Select(row => Math.Abs(double.Parse(row[3], CultureInfo.InvariantCulture)))];
        capacity.ShouldBe(capacity.OrderDescending());
        var cell = ParameterSetCell.Load("chen2020");
        CellParameter[] parameters = [.. new[] { "negative diffusivity", "positive thickness", "separator thickness" }
            .Select(name => CellParameter.Of(cell).Single(p => p.Name == name))];
        SensitivityStep found = SensitivityAnalysis.Run(cell, ProtocolParser.ParseAll([Step], "p"), parameters, MeshText.Parse(Mesh))[0];
        foreach (string[] row in rows)
        {
            StepSensitivity s = found.Parameters.Single(p => p.Parameter == row[1]);
            double.Parse(row[3], CultureInfo.InvariantCulture).ShouldBe(s.RelativeCharge, 1e-12);
            double.Parse(row[7], CultureInfo.InvariantCulture).ShouldBe(s.Voltage / 100, 1e-12);
        }
    }

    /// <summary>A held voltage does not answer: sorted by it, round-off would choose the order.</summary>
    [Fact]
    public void AtAHeldVoltageTheChargeSorts()
    {
        string output = Shell.Run("sensitivity", "chen2020", "--protocol", "Hold at 4.1 V for 2 min", "--mesh", Mesh, "--csv", "-").Out;
        double[] capacity = [.. output.TrimEnd().Split('\n').Skip(1).Select(line => Math.Abs(double.Parse(line.Split(',')[3], CultureInfo.InvariantCulture)))];
        capacity.Length.ShouldBeGreaterThan(10);
        capacity.ShouldBe(capacity.OrderDescending());
    }

    /// <summary>The curves must be those of the library, row by row and in each step, and the page must hold them.</summary>
    [Fact]
    public void CurvesStandInTheFileAndOnThePage()
    {
        string file = _shell.PathOf("curves.csv"), page = _shell.PathOf("page.html");
        string[] steps = ["Charge at 1C until 4.1 V", "Hold at 4.1 V for 5 min"];
        (int code, string output, string error) = Shell.Run("sensitivity", "chen2020", "-p", steps[0], "-p", steps[1], "--soc", "0.5", "--mesh", Mesh,
            "--curves", file, "--html", page, "--parameter", "positive.layers[0].particle radius", "--parameter", "area");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("2. Hold at 4.1 V for 5 min");
        string html = File.ReadAllText(page);
        html.ShouldContain("positive.layers[0] particle radius");
        html.ShouldContain("Current, Hold at 4.1 V");

        var cell = ParameterSetCell.Load("chen2020");
        CellParameter[] parameters = [CellParameter.OfLayers(cell).Single(p => p.Name == "positive.layers[0] particle radius"), CellParameter.Of(cell).Single(p => p.Name == "area")];
        IReadOnlyList<SensitivityStep> found = SensitivityAnalysis.Run(cell, ProtocolParser.ParseAll(steps, "p"), parameters, MeshText.Parse(Mesh), stateOfCharge: 0.5);
        string[] lines = File.ReadAllLines(file);
        lines[0].ShouldBe("Test Time / s,Voltage / V,Current / A,Step Count / 1,Step Time / s,Voltage to positive.layers[0] particle radius / V per %,"
            + "Voltage to area / V per %,Current to positive.layers[0] particle radius / A per %,Current to area / A per %");
        double[][] rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
        rows.Length.ShouldBe(found.Sum(step => step.Result.Series.Time.Count));
        double[] last = rows[^1];
        last[3].ShouldBe(2);
        last[4].ShouldBe(300, 1e-9);
        last[5].ShouldBe(found[1].Parameters[0].VoltageCurve[^1] / 100, 1e-12);
        last[8].ShouldBe(-found[1].Parameters[1].CurrentCurve[^1] / 100, 1e-12);
        Math.Abs(last[8]).ShouldBeGreaterThan(1e-3);
    }

    [Theory]
    [InlineData("did not end by its own condition", "chen2020", "--protocol", "Discharge at 1C for 2 h", "--mesh", Mesh)]
    [InlineData("Did you mean positive thickness?", "chen2020", "--protocol", Step, "--parameter", "positive thicknes")]
    public void WhatCannotBeAnsweredIsOneLine(string told, params string[] args)
    {
        (int code, string output, string error) = Shell.Run(["sensitivity", .. args]);
        (code, output).ShouldBe((ExitCode.BadInput, ""));
        error.ShouldContain(told);
        error.Trim().ShouldNotContain("\n");
    }
}
