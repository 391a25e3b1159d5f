namespace Loadstone.Reports;

/// <summary>A report: what <see cref="HtmlReport"/> turns into one page.</summary>
/// <param name="Title">Title of the page.</param>
/// <param name="Subtitle">A line below the title, or null.</param>
/// <param name="Sections">The sections, in order.</param>
public sealed record Report(string Title, string? Subtitle, IReadOnlyList<ReportSection> Sections);

/// <summary>One section of a <see cref="Report"/>.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What stands below it, in order.</param>
public sealed record ReportSection(string Heading, IReadOnlyList<ReportBlock> Blocks);

/// <summary>
/// A block of a section: <see cref="Paragraph"/>, <see cref="BulletList"/>, <see cref="Table"/>,
/// <see cref="Plot"/>, <see cref="Drawing"/> or <see cref="Animation"/>. The set is closed, so that every renderer can know all of them.
/// </summary>
public abstract record ReportBlock
{
    private protected ReportBlock()
    {
    }
}

/// <summary>Plain text; it is shown as it stands, without markup.</summary>
/// <param name="Text">The text.</param>
public sealed record Paragraph(string Text) : ReportBlock;

/// <summary>A list of short plain texts.</summary>
/// <param name="Items">The entries, in order.</param>
public sealed record BulletList(IReadOnlyList<string> Items) : ReportBlock;
