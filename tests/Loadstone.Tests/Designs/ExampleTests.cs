using System.Runtime.CompilerServices;
using System.Text.Json;
using Loadstone.Designs;
using Loadstone.Designs.Building;

namespace Loadstone.Tests.Designs;

public class ExampleTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "../../../examples");

    public static TheoryData<string> Files { get; } = [.. Directory.GetFiles(Folder, "*.json")
        .Where(file => !file.EndsWith(".bpx.json", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_variant_of_every_example_builds_and_has_something_to_run(string file)
    {
        DesignDocument document = DesignDocument.Load(Path.Combine(Folder, file));
        document.Description.ShouldNotBeNullOrWhiteSpace();
        foreach (Design variant in document.Variants)
        {
            variant.Run.ShouldNotBeEmpty();
            DesignBuilder.Build(variant).Positive!.ArealCapacity.ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_example_fits_the_published_schema(string file)
    {
        JsonElement schema = JsonDocument.Parse(DesignSchema.Write()).RootElement;
        JsonElement example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement;
        SchemaCheck.Problems(schema, example).ShouldBeEmpty();
        File.Exists(Path.Combine(Folder, example.GetProperty("$schema").GetString()!)).ShouldBeTrue();
    }

    [Fact]
    public void The_schema_beside_the_examples_is_the_one_that_the_library_writes() =>
        File.ReadAllText(Path.Combine(Folder, "schema", "design.schema.json")).ShouldBe(DesignSchema.Write());

    [Fact]
    public void The_double_layer_example_has_all_twelve_electrodes_with_measured_values()
    {
        DesignDocument document = DesignDocument.Load(Path.Combine(Folder, "l-dry-s.json"));
        document.Variants.Count.ShouldBe(12);
        document.Variants.ShouldAllBe(variant => variant.Measured.Any(m => m.Rate == 1));
        BuiltDesign[] built = [.. document.Variants.Select(DesignBuilder.Build)];
        built.Select(b => (Math.Round(b.Positive!.Loading, 9), Math.Round(b.Positive.Porosity, 9), b.Positive.Layers.Count, b.Positive.Layers[0].Name)).Distinct().Count().ShouldBe(12);
        // 22 and 29.6 mg/cm² at 210 mA/g are the paper's 4.6 and 6.2 mAh/cm².
        built.Select(b => Math.Round(b.Cell.OneC / b.Cell.Area / 10, 1)).Distinct().ShouldBe([4.6, 6.2]);
    }

    [Fact]
    public void The_full_cell_example_has_its_capacity_ratio() =>
        DesignBuilder.Build(DesignDocument.Load(Path.Combine(Folder, "nmc811-graphite-full-cell.json")).Base).NpRatio!.Value.ShouldBe(1.1, 1e-9);

    private static string Here([CallerFilePath] string path = "") => path;
}
