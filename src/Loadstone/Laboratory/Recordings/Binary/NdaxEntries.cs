using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>The files of a Neware archive that hold data.</summary>
/// <param name="Data">Voltage and current; null if missing.</param>
/// <param name="RunInfo">Times, charge and energy; null if missing.</param>
/// <param name="Steps">Steps; null if missing.</param>
/// <param name="Auxiliaries">Auxiliary channels, with number and type as TestInfo.xml tells them.</param>
internal sealed partial record NdaxEntries(
    ArchiveMember? Data, ArchiveMember? RunInfo, ArchiveMember? Steps, IReadOnlyList<(ArchiveMember Entry, int Channel, int Type)> Auxiliaries)
{
    private const int MostInfo = 1 << 20;

    /// <summary>Looks through an archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="note">Told what does not fit.</param>
    public static NdaxEntries Of(NdaxArchive archive, Action<string> note)
    {
        var told = Told(archive.Find("TestInfo.xml"));
        var auxiliaries = new List<(ArchiveMember, int, int)>();
        var files = archive.Members.Select(entry => (Entry: entry, Match: AuxiliaryName().Match(entry.Name))).Where(file => file.Match.Success)
            .Select(file => (file.Entry, IsReal: file.Match.Groups["real"].Success, Number: Number(file.Match.Groups["number"].Value)))
            .OrderBy(file => file.Number);
        foreach ((ArchiveMember entry, bool isReal, int number) in files)
        {
            int at = told.FindIndex(channel => isReal ? channel.Real == number : channel.Id == number);
            if (at < 0)
            {
                note($"{entry.Name}: TestInfo.xml does not tell of this auxiliary channel; it is numbered {number}.");
                auxiliaries.Add((entry, number, 0));
                continue;
            }
            auxiliaries.Add((entry, told[at].Id, told[at].Type));
            told.RemoveAt(at);
        }
        return new NdaxEntries(archive.Find("data.ndc"), archive.Find("data_runInfo.ndc"), archive.Find("data_step.ndc"), auxiliaries);
    }

    // The file is in GB 2312; what is looked for is ASCII.
    private static List<(int Id, int Real, int Type)> Told(ArchiveMember? entry)
    {
        if (entry is null) return [];
        byte[] bytes = new byte[MostInfo];
        int count = 0;
        try
        {
            using Stream stream = entry.Open();
            while (stream.Read(bytes, count, bytes.Length - count) is > 0 and var read) count += read;
        }
        catch (InvalidDataException)
        {
            // What stands before the damage may tell of some channels.
        }
        return [.. AuxiliaryElement().Matches(Encoding.Latin1.GetString(bytes, 0, count)).Select(match => (Of(match.Value, "AuxID"), Of(match.Value, "RealChlID"), Of(match.Value, "ChlType")))];

        static int Of(string element, string attribute)
        {
            int at = element.IndexOf(attribute + "=\"", StringComparison.Ordinal);
            if (at < 0) return -1;
            at += attribute.Length + 2;
            int end = element.IndexOf('"', at);
            return end < 0 ? -1 : Number(element[at..end]);
        }
    }

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    [GeneratedRegex(@"^data_(?<real>AUX_)?(?<number>\d{1,9})(_\d+_\d+)?\.ndc$", RegexOptions.CultureInvariant)]
    private static partial Regex AuxiliaryName();

    [GeneratedRegex(@"<Aux\d+ [^<>]{0,2000}>", RegexOptions.CultureInvariant)]
    private static partial Regex AuxiliaryElement();
}
