using System.Globalization;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

/// <summary>The examples of the documentation run, and what made them comes back.</summary>
public sealed class CyclingCommandsTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private static string Example(string name) => Path.Combine(Repository.Root, "examples", "laboratory", name);

    /// <summary>Runs an analysis with --out and gives what it printed.</summary>
    private string Analyse(params string[] args)
    {
        (int code, string output, string error) = Shell.Run(["analyse", .. args, "--out", _shell.PathOf("out")]);
        (code, error).ShouldBe((ExitCode.Done, ""));
        _shell.Files.ShouldContain(Path.Combine("out", "report.html"));
        _shell.Files.ShouldContain(Path.Combine("out", "results.json"));
        _shell.Files.ShouldContain(Path.Combine("out", "summary.csv"));
        _shell.Files.ShouldContain(f => f.EndsWith(".svg", StringComparison.Ordinal));
        return output;
    }

    /// <summary>The number of a name and half of its interval, in the unit printed.</summary>
    private static (double Value, double Half) Number(string output, string name)
    {
        string line = output.Split('\n').First(l => l.Trim().StartsWith(name + ": ", StringComparison.Ordinal)).Trim()[(name.Length + 2)..];
        string[] words = line.Split(' ');
        return (double.Parse(words[0], CultureInfo.InvariantCulture), words.Length > 2 && words[1] == "±" ? double.Parse(words[2], CultureInfo.InvariantCulture) : 0);
    }

    private static string Refused(params string[] args)
    {
        (int code, _, string error) = Shell.Run(["analyse", .. args]);
        code.ShouldBe(ExitCode.BadInput);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        return error;
    }

    /// <summary>0.4 % of each charge went into a side reaction; capacity fell with 0.8 % of the first material a cycle and what the resistance kept back.</summary>
    [Fact]
    public void CyclesGiveTheSideReactionBack()
    {
        string output = Analyse("cycles", Example("half-cell-cycles.bdf.csv"));
        Number(output, "mean coulombic efficiency").Value.ShouldBe(99.6, 0.05);
        Number(output, "fade per cycle").Value.ShouldBeInRange(0.8, 1);
        output.ShouldNotContain("warning");
        Refused("cycles", Example("half-cell-cycles.bdf.csv"), "--threshold", "120 %").ShouldContain("--threshold");
    }

    /// <summary>15.2 % of the material are lost after nineteen cycles, and 38 Ω cm² of resistance have come to the 1.13 cm².</summary>
    [Fact]
    public void PeaksMoveByTheResistanceAndShrinkByTheMaterial()
    {
        string output = Analyse("dqdv", Example("half-cell-cycles.bdf.csv"));
        foreach (string name in (string[])["H1–M", "H2–H3"])
        {
            (double height, double half) = Number(output, $"{name} height, last over first");
            (height - half, height + half).ShouldSatisfyAllConditions(i => i.Item1.ShouldBeLessThan(84.8), i => i.Item2.ShouldBeGreaterThan(84.8));
            // C/5 of a cell whose particles carry the same current with less surface: a little more than the contact alone.
            Number(output, $"{name} shift").Value.ShouldBeInRange(0.904 * 38 / 1.13, 0.904 * 38 / 1.13 + 2);
        }
        output.ShouldNotContain("warning");
        Refused("dqdv", Example("half-cell-cycles.bdf.csv"), "--peak", "4.2").ShouldContain("H2-H3=4.1..4.3 V");
    }

    [Fact]
    public void RatesAreFoundAndAPartnerAloneIsRefused()
    {
        string output = Analyse("rate", Example("rate-test.bdf.csv"), "--one-c", "4.6 mA");
        (double alpha, double half) = Number(output, "α");
        alpha.ShouldBeInRange(0, 0.2);
        half.ShouldBeGreaterThan(0);
        Refused("rate", Example("rate-test.bdf.csv"), "--first", "l.csv").ShouldContain("--first-mass");
    }

    /// <summary>Both files were simulated with one electrode, of 1e-10 and 1.6e-11 cm²/s: beside kinetics and electrolyte the method reads them 14 and 6 % low.</summary>
    [Fact]
    public void DiffusivitiesComeBackWithinTheBiasOfTheMethod()
    {
        string[] reading = ["--radius", "5 µm", "--loading", "22.1 mg/cm²", "--density", "4.8 g/cm³"];
        string fast = Analyse(["gitt", Example("gitt-fast.bdf.csv"), .. reading]), slow = Analyse(["gitt", Example("gitt-slow.bdf.csv"), .. reading]);
        Number(fast, "mean diffusivity").Value.ShouldBeInRange(0.84e-10, 1e-10);
        Number(slow, "mean diffusivity").Value.ShouldBeInRange(0.92 * 1.6e-11, 1.6e-11);
        // Papers that read S as the geometric area print about 1e-7 and 1.6e-8 cm²/s.
        Number(fast, "mean diffusivity with the geometric area").Value.ShouldBeInRange(0.5e-7, 1e-7);
        Number(slow, "mean diffusivity with the geometric area").Value.ShouldBeInRange(0.5 * 1.6e-8, 1.6e-8);
        (fast + slow).ShouldNotContain("warning");
        Refused("gitt", Example("gitt-fast.bdf.csv")).ShouldContain("--radius");
    }

    [Fact]
    public void ResistancesOfPulsesGrowWithTime()
    {
        string output = Analyse("dcir", Example("gitt-fast.bdf.csv"), "--at", "1 s", "--at", "10 s");
        Number(output, "mean resistance at 10 s").Value.ShouldBeGreaterThan(Number(output, "mean resistance at 1 s").Value);
        Refused("dcir", Example("gitt-fast.bdf.csv"), "--at", "0 s").ShouldContain("expected a positive time");
    }

    /// <summary>Of the aged cell 2 % of the positive, 7 % of the negative material and 5 % of the lithium were taken away.</summary>
    [Fact]
    public void WhatWasTakenFromTheAgedCellLiesInTheIntervals()
    {
        string fresh = Example("slow-fresh.bdf.csv"), aged = Example("slow-aged.bdf.csv");
        Analyse("modes", fresh, aged, "--positive", "nmc811", "--negative", "graphite", "--resistance").ShouldNotContain("warning");
        string[][] summary = [.. File.ReadAllLines(_shell.PathOf(Path.Combine("out", "summary.csv"))).Select(l => l.Split(','))];
        foreach ((string name, double truth) in (ReadOnlySpan<(string, double)>)[("LLI", 5), ("LAM positive", 2), ("LAM negative", 7)])
        {
            int column = Array.IndexOf(summary[0], $"{name} / %");
            double value = double.Parse(summary[^1][column], CultureInfo.InvariantCulture), half = double.Parse(summary[^1][column + 1], CultureInfo.InvariantCulture);
            value.ShouldBe(truth, half, name);
        }
    }

    [Fact]
    public void HalfCellCurvesAreTakenFromFilesAndTheirFaultsAreNamed()
    {
        string negative = _shell.Write("anode.csv", "soc,Voltage / V\n0,1.0\n25,0.2\n50,0.12\n75,x\n100,0.05\n");
        Refused("modes", Example("slow-fresh.bdf.csv"), "--positive", "nmc811", "--negative", negative).ShouldContain($"{negative}:5: \"x\" is no number; expected a potential");
        Refused("modes", Example("slow-fresh.bdf.csv"), "--positive", "nmc811", "--negative", "graphit").ShouldContain("graphite");
    }
}
