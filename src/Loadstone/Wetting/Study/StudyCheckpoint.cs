using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Loadstone.Wetting.Interfaces;

namespace Loadstone.Wetting.Study;

/// <summary>The state of a filling as bytes: a mark, the fingerprint of bed and options, the numbers, and their hash at the end.</summary>
internal sealed record StudyCheckpoint(LiquidState Liquid, IReadOnlyList<StudySample> History, IReadOnlyList<StudyFrame> Frames, StudySample? Breakthrough, double MassError, long Steps)
{
    private static ReadOnlySpan<byte> Mark => "loadstone wetting 1\n"u8;

    /// <summary>What tells one bed and its options from another.</summary>
    public static byte[] Fingerprint(DiscBed bed, StudyOptions options)
    {
        double[] numbers =
        [
            bed.Width, bed.Height, .. bed.Discs.SelectMany(disc => (double[])[disc.X, disc.Y, disc.Radius]),
            options.Cell, options.InletVelocity, options.Fluids.LiquidViscosity, options.Fluids.GasViscosity, options.PoreVolumes, options.FlowInterval, options.Frames,
        ];
        return SHA256.HashData(MemoryMarshal.AsBytes<double>(numbers));
    }

    public void Write(Stream stream, ReadOnlySpan<byte> fingerprint)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(Mark);
        writer.Write(fingerprint);
        Put(writer, Liquid.Share);
        writer.Write(Liquid.Steps);
        writer.Write(Liquid.Inflow);
        writer.Write(Liquid.Outflow);
        Put(writer, [.. History]);
        writer.Write(Frames.Count);
        foreach (StudyFrame frame in Frames)
        {
            writer.Write(frame.Time);
            writer.Write(frame.PoreVolumes);
            Put(writer, frame.Share);
        }
        Put(writer, Breakthrough is { } met ? [met] : Array.Empty<StudySample>());
        writer.Write(MassError);
        writer.Write(Steps);
        writer.Flush();
        ReadOnlySpan<byte> bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        stream.Write(bytes);
        stream.Write(SHA256.HashData(bytes));
    }

    public static StudyCheckpoint Read(Stream stream, ReadOnlySpan<byte> fingerprint, string source)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        ReadOnlySpan<byte> all = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        if (!all.StartsWith(Mark)) throw new InputException("the file is no checkpoint of a filling; expected one that a filling in study mode has written.", file: source);
        int end = all.Length - SHA256.HashSizeInBytes;
        if (end < Mark.Length + fingerprint.Length || !SHA256.HashData(all[..end]).AsSpan().SequenceEqual(all[end..]))
            throw new InputException("the checkpoint is damaged or cut off; delete it to begin anew.", file: source);
        if (!all.Slice(Mark.Length, fingerprint.Length).SequenceEqual(fingerprint))
            throw new InputException("the checkpoint is of another bed or of other options; expected the ones it was written with, or delete it to begin anew.", file: source);
        memory.Position = Mark.Length + fingerprint.Length;
        using var reader = new BinaryReader(memory);
        var liquid = new LiquidState(Take<double>(reader), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble());
        StudySample[] history = Take<StudySample>(reader);
        var frames = new StudyFrame[reader.ReadInt32()];
        for (int i = 0; i < frames.Length; i++) frames[i] = new StudyFrame(reader.ReadDouble(), reader.ReadDouble(), Take<byte>(reader));
        StudySample[] breakthrough = Take<StudySample>(reader);
        return new StudyCheckpoint(liquid, history, frames, breakthrough.Length > 0 ? breakthrough[0] : null, reader.ReadDouble(), reader.ReadInt64());
    }

    private static void Put<T>(BinaryWriter writer, ReadOnlySpan<T> values) where T : struct
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    private static T[] Take<T>(BinaryReader reader) where T : struct
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
