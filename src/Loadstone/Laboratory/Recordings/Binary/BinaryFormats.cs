using System.Buffers.Binary;

namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>The instruments' own binary formats. Their layouts are known from public descriptions and from the files themselves.</summary>
public static class BinaryFormats
{
    /// <summary>BioLogic EC-Lab and BT-Lab.</summary>
    public static RecordFormat Mpr { get; } = new(
        "BioLogic .mpr",
        "modules of EC-Lab before and from 11.50; data modules 3 and 11 seen, 0, 2 and 10 by their description",
        head => head.Bytes.Span.StartsWith(MprModules.Magic),
        MprReader.Open);

    /// <summary>Neware BTS, one file.</summary>
    public static RecordFormat Nda { get; } = new(
        "Neware .nda",
        "29 (BTS 7.6) and 130 of BTS 9.1 seen, 130 of BTS 9.0 and 28 by their description; 8 and others are refused",
        head => head.Bytes.Span.StartsWith(NdaReader.Magic),
        NdaReader.Open);

    /// <summary>Neware BTS from 8, an archive.</summary>
    public static RecordFormat Ndax { get; } = new(
        "Neware .ndax",
        "ndc 14, 16 and 17 seen, 2, 5 and 11 by their description",
        IsNdax,
        NdaxReader.Open);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordFormat> All { get; } = [Mpr, Nda, Ndax];

    // Spreadsheets are archives too: the first entries' names tell them apart; where the first does not fit in the head, the path does.
    private static bool IsNdax(FileHead head)
    {
        ReadOnlySpan<byte> bytes = head.Bytes.Span;
        if (!bytes.StartsWith("PK\u0003\u0004"u8)) return false;
        if (bytes.IndexOf(".ndc"u8) >= 0 || head.Path.EndsWith(".ndax", StringComparison.OrdinalIgnoreCase)) return true;
        if (bytes.Length < 30) return false;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]);
        return 30 + length <= bytes.Length && bytes.Slice(30, length).EndsWith("TestInfo.xml"u8);
    }
}
