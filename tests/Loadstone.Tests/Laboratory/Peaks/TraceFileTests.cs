using Loadstone.Laboratory.Peaks;

namespace Loadstone.Tests.Laboratory.Peaks;

public class TraceFileTests
{
    private const string Rows = "1{0}10\n2{0}11\n3{0}12\n4{0}13\n5{0}12\n6{0}11\n7{0}10\n8{0}9\n";

    /// <summary>However an instrument writes its two columns, the trace is the same.</summary>
    [Theory]
    [InlineData("", ",")]
    [InlineData("", "\t")]
    [InlineData("", "  ")]
    [InlineData("# remark\n", " ")]
    [InlineData("Energy / eV,Counts\n", ",")]
    [InlineData("Energy (eV);Counts\n", ";")]
    [InlineData("[Measurement conditions]\nSample,x\n\n[Scan points]\nAngle,Intensity\n", ",")]
    [InlineData("; File: a.raw\n_RANGE\n_2THETACOUNTS\n", "\t")]
    public void Every_way_of_writing_gives_one_trace(string head, string separator)
    {
        Trace trace = TraceFile.Parse(head + Rows.Replace("{0}", separator, StringComparison.Ordinal), "a.xy").ShouldHaveSingleItem();
        trace.Abscissa.ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        trace.Signal.ShouldBe([10, 11, 12, 13, 12, 11, 10, 9]);
        trace.Sample.ShouldBe("a");
    }

    /// <summary>Each further column is a trace of its own, in the unit of its header, and counts are known as such.</summary>
    [Fact]
    public void Columns_are_traces()
    {
        IReadOnlyList<Trace> traces = TraceFile.Parse("Raman shift / cm⁻¹,top / counts,bottom / a.u.\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"{i},{i},{2 * i}\n")), "a.csv");
        traces.Select(t => t.Sample).ShouldBe(["a top", "a bottom"]);
        traces.Select(t => t.IsCounted).ShouldBe([true, false]);
        traces[1].X.Label.ShouldBe("Raman shift / cm⁻¹");
    }

    /// <summary>Wavenumbers that fall are turned round.</summary>
    [Fact]
    public void Falling_abscissae_are_turned_round()
    {
        Trace trace = TraceFile.Parse(string.Concat(Enumerable.Range(1, 9).Select(i => $"{10 - i} {i}\n")), "a.txt")[0];
        trace.Abscissa[0].ShouldBe(1);
        trace.Signal[0].ShouldBe(9);
    }

    [Theory]
    [InlineData("1 2\n2 2\n3 2\n2 2\n5 2\n6 2\n7 2\n8 2\n9 2\n", "row 4 below the header goes from 3 to 2")]
    [InlineData("1 2\n2 2\n", "has 2 points; expected 8 or more")]
    [InlineData("1 2\n2 2\nend of file\n", "\"end of file\" is no row of two numbers")]
    [InlineData("nothing\n", "no row holds two numbers")]
    public void Bad_files_are_refused_with_the_reason(string text, string reason) =>
        Should.Throw<InputException>(() => TraceFile.Parse(text, "a.xy")).Message.ShouldContain(reason);

    [Theory]
    [InlineData("560..610", "names no peak")]
    [InlineData("A1g=610..560", "is no range")]
    [InlineData("A1g=560", "is no range")]
    public void Bad_windows_are_refused(string text, string reason) => Should.Throw<InputException>(() => PeakWindow.Parse(text, "--peak")).Message.ShouldContain(reason);

    [Fact]
    public void Negative_ranges_are_read() => PeakWindow.ParseRange("-60..-20.5", "--step").ShouldBe((-60, -20.5));
}
