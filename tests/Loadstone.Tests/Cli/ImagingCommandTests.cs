using System.Text.Json.Nodes;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

/// <summary>The commands for surfaces and pictures, on the examples.</summary>
public sealed class ImagingCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>The example's surface was drawn with Sq = 0.45 and Sa = 0.359 µm.</summary>
    [Fact]
    public void The_roughness_of_the_example_holds_its_truth()
    {
        JsonNode numbers = Analyse("roughness", Example("separator-heights.csv"));
        Holds(numbers["Sq"], 0.45e-6);
        Holds(numbers["Sa"], 0.359e-6);
        _shell.Files.ShouldContain("results/plots/separator-heights-heights.svg");
    }

    /// <summary>The pores of the packing were drawn to 42 %; diffusion is about as tortuous along each axis of strewn spheres.</summary>
    [Fact]
    public void The_example_stack_has_its_pores_and_one_tortuosity()
    {
        JsonNode numbers = Analyse("image", Example("spheres.tif"), "--phase", "pore=0", "--phase", "solid=255");
        ((double)numbers["fraction, pore"]!["value"]!).ShouldBe(0.42, 0.005);
        foreach (string axis in (string[])["x", "y", "z"]) ((double)numbers[$"tortuosity factor, {axis}"]!["value"]!).ShouldBeInRange(1.5, 2.4);
        ((double)numbers["D50, solid"]!["value"]!).ShouldBeInRange(5.3e-6, 6.5e-6);
        _shell.Files.ShouldContain("results/summary.csv");
    }

    /// <summary>The layers of the example are 40.2 and 39.75 µm; of the area asked 3.8 % are cracks.</summary>
    [Fact]
    public void The_example_micrograph_has_its_layers_and_cracks()
    {
        JsonNode numbers = Analyse("micrograph", Example("two-layers.png"), "--scale", "0.5 µm", "--layers", "foil,L,S,outside", "--cracks", "60", "--inside", "8,60,176,100");
        ((double)numbers["thickness, L"]!["value"]!).ShouldBe(40.2e-6, 0.3e-6);
        ((double)numbers["thickness, S"]!["value"]!).ShouldBe(39.75e-6, 0.3e-6);
        ((double)numbers["ratio L : S"]!["value"]!).ShouldBe(80.4 / 79.5, 0.02);
        double cracks = (90 * 2 + 60 * 3 + 80 * 2 + 70 * 2) / (176.0 * 100);
        ((double)numbers["dark share"]!["value"]!).ShouldBe(cracks, 0.02 * cracks);
    }

    [Theory]
    [InlineData("nothing is asked of the picture", "micrograph", "two-layers.png", "--scale", "0.5 µm")]
    [InlineData("expected --scale", "micrograph", "two-layers.png", "--cracks", "otsu")]
    [InlineData("--scale: ", "micrograph", "two-layers.png", "--cracks", "otsu", "--scale", "0.5 V")]
    [InlineData("--inside: \"1,2,3\" is not x,y,w,h in pixels", "micrograph", "two-layers.png", "--scale", "0.5 µm", "--cracks", "otsu", "--inside", "1,2,3")]
    [InlineData("--phase: \"pore\" is no phase", "image", "spheres.tif", "--phase", "pore")]
    [InlineData("which is of no phase", "image", "spheres.tif", "--phase", "pore=0")]
    [InlineData("--conductivity: no phase is named \"carbon\"", "image", "spheres.tif", "--conductivity", "carbon=1")]
    [InlineData("--threshold and --phase exclude each other", "image", "spheres.tif", "--phase", "pore=0", "--threshold", "otsu")]
    [InlineData("the file has one page", "image", "two-layers.png")]
    [InlineData("expected --pixel", "roughness", "two-layers.png")]
    public void Bad_input_is_told_in_one_line(string expected, string analysis, string file, params string[] options)
    {
        (int code, _, string error) = Shell.Run(["analyse", analysis, Example(file), .. options]);
        error.ShouldContain(expected);
        error.TrimEnd().ShouldNotContain("\n");
        code.ShouldBe(ExitCode.BadInput);
    }

    private JsonNode Analyse(string analysis, string file, params string[] options)
    {
        (int code, string output, string error) = Shell.Run(["analyse", analysis, file, "--out", _shell.PathOf("results"), .. options]);
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("Wrote");
        return JsonNode.Parse(File.ReadAllText(_shell.PathOf("results/results.json")))!["samples"]![0]!["numbers"]!;
    }

    private static void Holds(JsonNode? number, double truth) => truth.ShouldBeInRange((double)number!["low95"]!, (double)number["high95"]!);

    private static string Example(string name) => Path.Combine(Repository.Root, "examples", "laboratory", name);
}
