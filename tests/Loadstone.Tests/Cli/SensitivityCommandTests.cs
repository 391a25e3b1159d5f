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
        double[] capacity = [.. rows.Select(row => Math.Abs(double.Parse(row[2], CultureInfo.InvariantCulture)))];
        capacity.ShouldBe(capacity.OrderDescending());
        var cell = ParameterSetCell.Load("chen2020");
        CellParameter[] parameters = [.. new[] { "negative diffusivity", "positive thickness", "separator thickness" }
            .Select(name => CellParameter.Of(cell).Single(p => p.Name == name))];
        SensitivityStep found = SensitivityAnalysis.Run(cell, ProtocolParser.ParseAll([Step], "p"), parameters, MeshText.Parse(Mesh));
        foreach (string[] row in rows)
        {
            StepSensitivity s = found.Parameters.Single(p => p.Parameter == row[0]);
            double.Parse(row[2], CultureInfo.InvariantCulture).ShouldBe(s.RelativeCharge, 1e-12);
            double.Parse(row[6], CultureInfo.InvariantCulture).ShouldBe(s.Voltage / 100, 1e-12);
        }
    }

    /// <summary>A held voltage does not answer: sorted by it, round-off would choose the order.</summary>
    [Fact]
    public void AtAHeldVoltageTheChargeSorts()
    {
        string output = Shell.Run("sensitivity", "chen2020", "--protocol", "Hold at 4.1 V for 2 min", "--mesh", Mesh, "--csv", "-").Out;
        double[] capacity = [.. output.TrimEnd().Split('\n').Skip(1).Select(line => Math.Abs(double.Parse(line.Split(',')[2], CultureInfo.InvariantCulture)))];
        capacity.Length.ShouldBeGreaterThan(10);
        capacity.ShouldBe(capacity.OrderDescending());
    }

    [Theory]
    [InlineData("a current", "chen2020", "--protocol", "Hold at 4.1 V until C/20")]
    [InlineData("Did you mean positive thickness?", "chen2020", "--protocol", Step, "--parameter", "positive thicknes")]
    public void WhatCannotBeAnsweredIsOneLine(string told, params string[] args)
    {
        (int code, string output, string error) = Shell.Run(["sensitivity", .. args]);
        (code, output).ShouldBe((ExitCode.BadInput, ""));
        error.ShouldContain(told);
        error.Trim().ShouldNotContain("\n");
    }
}
