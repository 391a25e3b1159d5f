using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Loadstone.Reports;

/// <summary>The frames of an animation for the script of the report page: changes from frame to frame, packed as one stream.</summary>
internal static class AnimationJson
{
    /// <summary>JSON that is safe inside a script element: the writer's default encoder escapes every '&lt;'.</summary>
    internal static string Render(Animation animation)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            PictureLayout layout = animation.Layout;
            json.WriteStartObject();
            json.WriteNumber("width", animation.Frames[0].Width);
            json.WriteNumber("height", animation.Frames[0].Height);
            json.WriteStartArray("place");
            foreach (double share in (double[])[layout.Left / layout.FullWidth, layout.Top / layout.FullHeight, layout.Width / layout.FullWidth, layout.Height / layout.FullHeight])
                json.WriteNumberValue(Math.Round(share, 6));
            json.WriteEndArray();
            json.WriteStartArray("labels");
            foreach (string label in animation.Labels) json.WriteStringValue(label);
            json.WriteEndArray();
            json.WriteBase64String("colors", animation.Key.Colors);
            json.WriteBase64String("frames", Pack(animation, layout));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // Each pixel less what it was one frame before, modulo 256: where nothing moves there are zeros, which pack to nothing.
    private static byte[] Pack(Animation animation, PictureLayout layout)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] before = new byte[animation.Frames[0].Pixels.Length], change = new byte[before.Length];
            foreach (IndexedImage frame in animation.Frames)
            {
                byte[] now = animation.Key.Striped(frame, layout.Band(frame));
                for (int i = 0; i < now.Length; i++) change[i] = unchecked((byte)(now[i] - before[i]));
                zlib.Write(change);
                before = now;
            }
        }
        return packed.ToArray();
    }
}
