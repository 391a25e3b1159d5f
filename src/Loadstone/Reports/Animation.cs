namespace Loadstone.Reports;

/// <summary>Pictures that follow each other in time; the report page plays them, a print shows the last one.</summary>
/// <param name="Name">File name without extension, of the last picture.</param>
/// <param name="Title">Heading.</param>
/// <param name="Frames">The pictures in their order, one or more of one size.</param>
/// <param name="Labels">What each of them shows: its time, with the unit.</param>
/// <param name="Key">What their indices mean.</param>
/// <param name="X">The side along a row.</param>
/// <param name="Y">The side along a column, upwards, in the same unit.</param>
/// <param name="Caption">A sentence or two below, or null.</param>
public sealed record Animation(string Name, string Title, IReadOnlyList<IndexedImage> Frames, IReadOnlyList<string> Labels, PictureKey Key, MapSide X, MapSide Y, string? Caption = null) : ReportBlock
{
    /// <summary>The pictures in their order.</summary>
    /// <exception cref="ArgumentException">There is none, or they differ in size.</exception>
    public IReadOnlyList<IndexedImage> Frames { get; } = Require.NotEmpty(Frames).All(frame => (frame.Width, frame.Height) == (Frames[0].Width, Frames[0].Height))
        ? Frames : throw new ArgumentException("The pictures differ in size.", nameof(Frames));

    /// <summary>What each picture shows.</summary>
    /// <exception cref="ArgumentException">There are more or fewer of them than pictures.</exception>
    public IReadOnlyList<string> Labels { get; } = Labels.Count == Frames.Count
        ? Labels : throw new ArgumentException(FormattableString.Invariant($"{Labels.Count} labels were given for {Frames.Count} pictures."), nameof(Labels));

    /// <summary>The last picture with its axes and its key.</summary>
    public Drawing Poster => new(Name, Title, Layout.Render(Title, Frames[^1]), Caption);

    /// <summary>Where the pictures stand in <see cref="Poster"/>; all classes that any picture shows are explained.</summary>
    internal PictureLayout Layout => new(Key, [.. Enumerable.Range(0, Key.Classes.Count).Where(k => Frames.Any(frame => PictureKey.Shows(frame, k)))], X, Y, toScale: true);
}
