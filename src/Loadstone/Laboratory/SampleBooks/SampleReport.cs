using System.Globalization;
using Loadstone.Laboratory.Tables;
using Loadstone.Reports;

namespace Loadstone.Laboratory.SampleBooks;

/// <summary>A book of samples as one table, and any of its numbers against any other.</summary>
public static class SampleReport
{
    private static readonly string[] Words = ["sample", "binder", "recipe", "process", "notes"];

    /// <summary>The samples as results of one analysis, so that they are compared and written as all others are.</summary>
    /// <param name="book">The book.</param>
    public static IReadOnlyList<LaboratoryResult> Results(SampleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return [.. book.Samples.Select(s => new LaboratoryResult("samples", s.Name, s.Numbers,
            [new ReportSection("Sample", [new BulletList([.. Words.Skip(1).Zip(Texts(s).Skip(1)).Where(w => w.Second.Length > 0).Select(w => $"{w.First}: {w.Second}")]),
                new Table("Numbers", [TableColumn.Words("number"), TableColumn.Words("value")], [.. s.Numbers.Select(n => (IReadOnlyList<string>)[n.Name, LaboratoryFiles.Text(n)])], "± is half of the 95 % confidence interval.")])],
            s.Warnings))];
    }

    /// <summary>One number of every sample against another, a colour for each binder.</summary>
    /// <param name="book">The book.</param>
    /// <param name="x">Name of the horizontal number.</param>
    /// <param name="y">Name of the vertical one.</param>
    /// <exception cref="InputException">A name is not in the book, or no sample has both numbers.</exception>
    public static IReadOnlyList<ReportBlock> Against(SampleBook book, string x, string y)
    {
        ArgumentNullException.ThrowIfNull(book);
        NamedEstimate one = Known(book, x), other = Known(book, y);
        ColumnHeading headX = Heading(one), headY = Heading(other);
        (Sample Sample, NamedEstimate X, NamedEstimate Y)[] both =
        [
            .. from s in book.Samples
               let a = s.Numbers.FirstOrDefault(n => n.Name == one.Name)
               let b = s.Numbers.FirstOrDefault(n => n.Name == other.Name)
               where a is not null && b is not null
               select (s, a, b),
        ];
        if (both.Length == 0) throw new InputException($"no sample has both \"{one.Name}\" and \"{other.Name}\".", file: book.Source);
        foreach ((Sample sample, NamedEstimate a, NamedEstimate b) in both)
        {
            if (a.Kind != one.Kind || b.Kind != other.Kind) throw new InputException($"the numbers of \"{sample.Name}\" are not of the kind of the first sample's; expected one kind for each name.", file: book.Source);
        }
        LiteraturePoints[] clouds =
        [
            .. both.GroupBy(p => p.Sample.Binder.Length == 0 ? "samples" : p.Sample.Binder)
                .Select(group => new LiteraturePoints(group.Key, headX, headY, [.. group.Select(p => new LiteraturePoint(p.Sample.Name, Shown(p.X, one, p.X.Estimate.Value), Shown(p.Y, other, p.Y.Estimate.Value)))])),
        ];
        return
        [
            new Plot($"{headY.Name} against {headX.Name}", $"{headY.Name} against {headX.Name}", new Axis(headX.ToString()), new Axis(headY.ToString()), [.. clouds.Select(c => c.ToSeries(c.Source))]),
            new Table("Points", [TableColumn.Words("sample"), TableColumn.Words("binder"), new(headX.Name), new(headY.Name)],
                [.. both.Select(p => (IReadOnlyList<string>)[p.Sample.Name, p.Sample.Binder, LaboratoryFiles.Text(p.X), LaboratoryFiles.Text(p.Y)])]),
        ];
    }

    /// <summary>Writes the book as one table: words, then every number with half of its 95 % interval in a column of its own, units in the header.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="book">The book.</param>
    public static void WriteCsv(TextWriter writer, SampleBook book)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(book);
        NamedEstimate[] columns = [.. book.Samples.SelectMany(s => s.Numbers).DistinctBy(n => n.Name)];
        writer.WriteLine(string.Join(',', Words.Concat(columns.SelectMany(c => (string[])[Quoted(Header(c.Name, c)), Quoted(Header($"{c.Name} ± 95 %", c))]))));
        foreach (Sample sample in book.Samples)
        {
            IEnumerable<string> cells = columns.SelectMany(c => sample.Numbers.FirstOrDefault(n => n.Name == c.Name) is { } n && n.Kind == c.Kind
                ? (string[])[Plain(Shown(n, c, n.Estimate.Value)), Plain(Shown(n, c, n.Estimate.Value + n.Estimate.HalfWidth()) - Shown(n, c, n.Estimate.Value))] : ["", ""]);
            writer.WriteLine(string.Join(',', Texts(sample).Select(Quoted).Concat(cells)));
        }
    }

    private static string[] Texts(Sample s) => [s.Name, s.Binder, s.Recipe, s.Process, s.Notes];

    private static NamedEstimate Known(SampleBook book, string name)
    {
        NamedEstimate[] all = [.. book.Samples.SelectMany(s => s.Numbers).DistinctBy(n => n.Name)];
        return Array.Find(all, n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new InputException(
            $"no sample has a number \"{name}\"{(NearestName.Find(name, all.Select(n => n.Name)) is { } near ? $"; did you mean \"{near}\"" : "")}; the book has {string.Join(", ", all.Select(n => $"\"{n.Name}\""))}.", file: book.Source);
    }

    private static string UnitOf(NamedEstimate number) => number.Unit ?? number.Kind.Units[0].Symbol;

    private static ColumnHeading Heading(NamedEstimate number) => new(number.Name, UnitOf(number).Length == 0 ? null : UnitOf(number));

    private static string Header(string name, NamedEstimate number) => UnitOf(number).Length == 0 ? name : $"{name} / {UnitOf(number)}";

    // All of one column are in the unit of its first.
    private static double Shown(NamedEstimate number, NamedEstimate column, double si) => number.Kind.ToUnit(si, UnitOf(column));

    private static string Plain(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
