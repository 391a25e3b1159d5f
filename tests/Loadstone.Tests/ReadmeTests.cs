using System.Globalization;
using System.Text;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;

namespace Loadstone.Tests;

/// <summary>
/// What the README shows is compiled, run, and the same as here to the letter. The tests change the current folder, so they run alone.
/// Rewrite the table with <c>LOADSTONE_WRITE_DOCS=1 dotnet test -c Release</c>.
/// </summary>
[Collection(nameof(CurrentFolderCollection))]
public class ReadmeTests
{
    private const double RoundOff = 0.15;

    /// <summary>The table of the first command's answer: capacities may differ from those shown by rounding only.</summary>
    [Fact]
    public void The_table_shown_is_the_answer_of_the_first_command()
    {
        RunOutcome outcome = DesignRunner.Run(DesignDocument.Load(Path.Combine(Repository.Root, "examples", "l-dry-s.json")));
        string file = Path.Combine(Repository.Root, "README.md");
        string readme = File.ReadAllText(file);
        string shown = Between(readme, TableStart, TableEnd), now = Table(outcome);
        if (Environment.GetEnvironmentVariable("LOADSTONE_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, readme.Replace(TableStart + shown + TableEnd, TableStart + now + TableEnd, StringComparison.Ordinal));
            shown = now;
        }
        string[] shownCells = shown.Split('|'), cells = now.Split('|');
        shownCells.Length.ShouldBe(cells.Length);
        for (int i = 0; i < cells.Length; i++)
        {
            if (double.TryParse(cells[i], CultureInfo.InvariantCulture, out double number))
                double.Parse(shownCells[i], CultureInfo.InvariantCulture).ShouldBe(number, RoundOff, now);
            else
                shownCells[i].ShouldBe(cells[i]);
        }
    }

    [Fact]
    public void The_example_in_CSharp_runs_and_is_the_one_shown()
    {
        using var output = new StringWriter();
        string folder = Directory.GetCurrentDirectory();
        try
        {
            Directory.SetCurrentDirectory(Repository.Root);
            Example(output);
        }
        finally
        {
            Directory.SetCurrentDirectory(folder);
        }
        output.ToString().ShouldContain("L-Dry-S, 29.6 mg/cm², 25 %: 91.7 µm, 6.12 mAh/cm²");
        output.ToString().Split('\n').Count(line => line.Contains("1C:", StringComparison.Ordinal)).ShouldBe(24);

        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Loadstone.Tests", "ReadmeTests.cs"));
        Shown("<!-- example -->\n```csharp\n", "```").ShouldBe(Unindented(Between(source, "// <example>\n", "        // </example>")));
    }

    /// <summary>The document in the README builds, with its variants.</summary>
    [Fact]
    public void The_document_shown_is_a_design()
    {
        DesignDocument document = DesignDocument.Parse(Encoding.UTF8.GetBytes(Shown("```json\n", "```")), "README.md");
        document.Variants.Count.ShouldBe(4);
        document.Variants.ShouldAllBe(variant => DesignBuilder.Build(variant).Positive != null);
    }

    private static void Example(TextWriter output)
    {
        // <example>
        DesignDocument document = DesignDocument.Load("examples/l-dry-s.json");
        RunOutcome outcome = DesignRunner.Run(document);
        foreach (VariantOutcome variant in outcome.Variants)
        {
            ElectrodeStructure cathode = variant.Built.Positive!;
            output.WriteLine($"{variant.Name}: {cathode.Thickness * 1e6:f1} µm, {cathode.ArealCapacity / 36e3:f2} mAh/cm²");
            foreach (RateOutcome rate in variant.Rates)
            {
                output.WriteLine($"  {rate.Rate}C: {rate.SpecificCapacity / 3.6e3:f1} mAh/g");
            }
        }
        // </example>
    }

    private const string TableStart = "<!-- rates -->\n", TableEnd = "<!-- /rates -->";

    private static string Table(RunOutcome outcome)
    {
        var text = new StringBuilder("| capacity in mAh/g | 0.1C | 0.2C | 0.5C | 1C | 1C, measured |\n|---|---|---|---|---|---|\n");
        foreach (VariantOutcome variant in outcome.Variants)
        {
            IEnumerable<string> predicted = variant.Rates.Select(rate => (rate.SpecificCapacity!.Value / 3600).ToString("f1", CultureInfo.InvariantCulture));
            double measured = variant.Rates.Single(rate => rate.Rate == 1).Measured!.Value / 3600;
            text.Append(CultureInfo.InvariantCulture, $"| {variant.Name} | {string.Join(" | ", predicted)} | {Math.Round(measured, 6)} |\n");
        }
        return text.ToString();
    }

    private static string Shown(string from, string to) => Between(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), from, to);

    private static string Between(string text, string from, string to)
    {
        int start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static string Unindented(string text) => string.Concat(text.Split('\n').SkipLast(1).Select(line => (line.Length > 8 ? line[8..] : line) + "\n"));
}

[CollectionDefinition(nameof(CurrentFolderCollection), DisableParallelization = true)]
public class CurrentFolderCollection;
