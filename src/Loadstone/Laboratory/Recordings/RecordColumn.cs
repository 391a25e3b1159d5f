namespace Loadstone.Laboratory.Recordings;

/// <summary>What a column of a recording means, after the Battery Data Format (LF Energy, ontology 1.3.0).</summary>
/// <param name="Name">The format's machine name (<c>test_time_second</c>), or the instrument's own for a column that the format does not know.</param>
/// <param name="Label">The format's label, with the unit of files: <c>Test Time / s</c>.</param>
/// <param name="Scale">SI value of one unit of the label.</param>
/// <param name="Offset">SI value of zero on the label's scale.</param>
/// <param name="IsSigned">Whether files count charge as positive, which inside is negative: inside, discharge is positive.</param>
public sealed record RecordColumn(string Name, string Label, double Scale = 1, double Offset = 0, bool IsSigned = false)
{
    /// <summary>Whether the Battery Data Format knows it.</summary>
    public bool IsStandard => RecordColumns.Find(Name) is not null;

    /// <summary>SI value, discharge positive, of a number in the unit and with the sign of files.</summary>
    public double Inside(double value) => Offset + (IsSigned ? -Scale : Scale) * value;

    /// <summary>Number in the unit and with the sign of files, of an SI value.</summary>
    public double Outside(double value)
    {
        double number = (value - Offset) / (IsSigned ? -Scale : Scale);
        return number == 0 ? 0 : number; // no minus before a zero
    }

    /// <summary>A column that only the instrument knows; its numbers stay as they are.</summary>
    /// <param name="header">Its header in the file.</param>
    public static RecordColumn Other(string header) => new(header, header);
}
