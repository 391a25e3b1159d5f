using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

/// <summary>Runs commands in this process and in a folder of its own.</summary>
internal sealed class Shell : IDisposable
{
    /// <summary>A small document that runs in a moment.</summary>
    public const string Document = """
        {
          "name": "Small",
          "positive": {
            "loading": "12 mg/cm²",
            "porosity": "35 %",
            "layers": [
              { "name": "L", "share": "50 %", "solids": { "nmc811": "94 %", "super p": "3 %", "pvdf": "3 %" }, "particleDiameter": "10 µm", "slurry": { "solvent": "nmp", "solidsContent": "65 %" } },
              { "name": "S", "share": "50 %", "solids": { "nmc811": "94 %", "super p": "3 %", "pvdf": "3 %" }, "particleDiameter": "5 µm" }
            ]
          },
          "oneC": "200 mA/g",
          "run": [ { "rateTest": ["0.5C", "2C"], "between": ["2.8 V", "4.3 V"] } ],
          "mesh": { "separator": 3, "positive": 6, "radial": 5 },
          "variants": { "reversed": { "positive.layers": "reversed" }, "mixed": { "positive.layers": "mixed" } },
          "measured": { "Small": { "2C": "150 mAh/g" } }
        }
        """;

    public string Folder { get; } = Directory.CreateTempSubdirectory("loadstone-cli").FullName;

    /// <summary>Everything that stands in the folder, relative to it.</summary>
    public string[] Files => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public static (int Code, string Out, string Error) Run(params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = CommandLine.Run(args, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
