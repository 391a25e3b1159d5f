namespace Loadstone.Laboratory.Recordings.Binary;

/// <summary>How a number is stored, little-endian.</summary>
internal enum StoredNumber
{
    /// <summary>Unsigned, 1 byte.</summary>
    Byte = 1,

    /// <summary>Unsigned, 2 bytes.</summary>
    Short = 2,

    /// <summary>Unsigned, 4 bytes.</summary>
    Word = 3,

    /// <summary>IEEE 754, 4 bytes.</summary>
    Single = 4,

    /// <summary>IEEE 754, 8 bytes.</summary>
    Double = 8,
}

/// <summary>
/// The columns of BioLogic's data modules by their identifier: name as in the program's text export, and storage. Known from public
/// descriptions of the format and reports of its users. The table grows with each release of EC-Lab.
/// </summary>
internal static class MprColumns
{
    private static readonly Dictionary<int, (string Name, StoredNumber Stored)> Known = Table();

    /// <summary>The bits of the byte that mode, ox/red, error, control changes, Ns changes and counter inc. share.</summary>
    public static IReadOnlyDictionary<int, (string Name, int Mask, int Shift)> Flags { get; } = new Dictionary<int, (string, int, int)>
    {
        [1] = ("mode", 0x03, 0),
        [2] = ("ox/red", 0x04, 2),
        [3] = ("error", 0x08, 3),
        [21] = ("control changes", 0x10, 4),
        [31] = ("Ns changes", 0x20, 5),
        [65] = ("counter inc.", 0x80, 7),
    };

    /// <summary>Bytes that a number takes.</summary>
    public static int SizeOf(StoredNumber stored) => stored == StoredNumber.Word ? 4 : (int)stored;

    /// <summary>Name and storage of an identifier; null if it is not known. Those above 255 fall back on their low byte, as newer files use them.</summary>
    public static (string Name, StoredNumber Stored)? Find(int id) =>
        Known.TryGetValue(id, out var column) || Known.TryGetValue(id & 0xFF, out column) || Known.TryGetValue(id | 0x100, out column) ? column : null;

    /// <summary>Whether an identifier is known by its low byte alone.</summary>
    public static bool IsGuessed(int id) => id > 0xFF && !Known.ContainsKey(id);

    private static Dictionary<int, (string, StoredNumber)> Table()
    {
        var table = new Dictionary<int, (string, StoredNumber)>
        {
            [4] = ("time/s", StoredNumber.Double),
            [7] = ("dq/mA.h", StoredNumber.Double),
            [11] = ("<I>/mA", StoredNumber.Double),
            [13] = ("(Q-Qo)/mA.h", StoredNumber.Double),
            [23] = ("dQ/mA.h", StoredNumber.Double),
            [24] = ("cycle number", StoredNumber.Double),
            [39] = ("I Range", StoredNumber.Short),
            [74] = ("|Energy|/W.h", StoredNumber.Double),
            [123] = ("Energy charge/W.h", StoredNumber.Double),
            [124] = ("Energy discharge/W.h", StoredNumber.Double),
            [125] = ("Capacitance charge/µF", StoredNumber.Double),
            [126] = ("Capacitance discharge/µF", StoredNumber.Double),
            [131] = ("Ns", StoredNumber.Short),
            [438] = ("step time/s", StoredNumber.Double),
            [467] = ("Q charge/discharge/mA.h", StoredNumber.Double),
            [468] = ("half cycle", StoredNumber.Word),
            [469] = ("z cycle", StoredNumber.Word),
        };
        (int First, string[] Names)[] singles =
        [
            (5, ["control/V/mA", "Ewe/V"]),
            (8, ["I/mA", "Ece/V"]),
            (16, ["Analog IN 1/V", "Analog IN 2/V", "Analog IN 3/V", "control/V", "control/mA"]),
            (26, ["Rapp/Ohm", "Ewe-Ece/V"]),
            (32, ["freq/Hz", "|Ewe|/V", "|I|/A", "Phase(Z)/deg", "|Z|/Ohm", "Re(Z)/Ohm", "-Im(Z)/Ohm"]),
            (69, ["R/Ohm", "P/W"]),
            (75, ["Analog OUT/V", "<I>/mA", "<Ewe>/V", "Cs-2/µF-2"]),
            (96, ["|Ece|/V", "|Ice|/A", "Phase(Zce)/deg", "|Zce|/Ohm", "Re(Zce)/Ohm", "-Im(Zce)/Ohm"]),
            (163, ["|Estack|/V"]),
            (168, ["Rcmp/Ohm", "Cs/µF"]),
            (172, ["Cp/µF", "Cp-2/µF-2", "<Ewe>/V"]),
            (241, ["|E1|/V", "|E2|/V"]),
            (271, ["Phase(Z1)/deg", "Phase(Z2)/deg"]),
            (301, ["|Z1|/Ohm", "|Z2|/Ohm"]),
            (331, ["Re(Z1)/Ohm", "Re(Z2)/Ohm"]),
            (361, ["-Im(Z1)/Ohm", "-Im(Z2)/Ohm"]),
            (391, ["<E1>/V", "<E2>/V"]),
            (422, ["Phase(Zstack)/deg", "|Zstack|/Ohm", "Re(Zstack)/Ohm", "-Im(Zstack)/Ohm", "<Estack>/V"]),
            (430, ["Phase(Zwe-ce)/deg", "|Zwe-ce|/Ohm", "Re(Zwe-ce)/Ohm", "-Im(Zwe-ce)/Ohm", "(Q-Qo)/C", "dQ/C", "Ewe/V"]),
            (441, ["<Ecv>/V"]),
            (462, ["Temperature/°C"]),
            (471, ["<Ece>/V"]),
            (473, ["THD Ewe/%", "THD I/%", "THD Ece/%", "NSD Ewe/%", "NSD I/%", "NSD Ece/%", "NSR Ewe/%", "NSR I/%", "NSR Ece/%"]),
            (486, [.. Harmonics("Ewe", "V"), .. Harmonics("I", "A"), .. Harmonics("Ece", "V")]),
        ];
        foreach ((int first, string[] names) in singles)
        {
            for (int i = 0; i < names.Length; i++) table.Add(first + i, (names[i], StoredNumber.Single));
        }
        return table;
    }

    private static IEnumerable<string> Harmonics(string quantity, string unit) => Enumerable.Range(2, 6).Select(h => $"|{quantity} h{h}|/{unit}");
}
