using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Infiltration;

/// <summary>Pictures of one bed while it fills: its state at the end, and how it came there.</summary>
internal sealed class CapillaryPictures
{
    private const int Columns = 300, Frames = 60, Particle = 0, Air = 1, Trapped = 2, Liquid = 3;

    private readonly CapillaryFilling _filling;
    private readonly BedRaster _raster;
    private readonly MapSide _x, _y;
    private readonly string _name;

    /// <summary>Pictures of a bed.</summary>
    /// <param name="name">Name of the arrangement.</param>
    /// <param name="bed">The bed.</param>
    /// <param name="filling">Its filling.</param>
    public CapillaryPictures(string name, DiscBed bed, CapillaryFilling filling)
    {
        (_name, _filling) = (name, filling);
        _raster = new BedRaster(bed, filling.Outlines, Columns);
        (_x, _y) = (new MapSide("x / µm", 0, bed.Width * 1e6), new MapSide("Height above the foil / µm", 0, bed.Height * 1e6));
    }

    /// <summary>The state at the end: when each pore filled, and the air that stays.</summary>
    public Drawing End()
    {
        var key = new PictureKey([new("particle", "#9a9a9a"), new("air", "#ffffff"), new("trapped air", "#d55e00", "#f6c8a6")], new MapSide("Saturation when the pore filled / %", 0, 100));
        double[] filled = new double[_filling.Outlines.Count];
        Array.Fill(filled, double.NaN);
        foreach (FillingStep step in _filling.Steps)
        {
            foreach (int pore in step.Pores) filled[pore] = 100 * step.Saturation;
        }
        IndexedImage image = _raster.Paint(part => part switch
        {
            BedRaster.Particle => PictureKey.OfClass(Particle),
            BedRaster.Above => key.OfValue(0),
            BedRaster.Below => PictureKey.OfClass(Air),
            _ when !double.IsNaN(filled[part]) => key.OfValue(filled[part]),
            _ => PictureKey.OfClass(_filling.IsTrapped[part] ? Trapped : Air),
        });
        return Picture.Draw($"{_name} end", "Bed 1 at the end", image, key, _x, _y, caption: "Electrolyte comes from above. Dark pores filled first; stripes mark air that has lost its way out.");
    }

    /// <summary>The filling, pore by pore.</summary>
    /// <param name="label">What a moment is called, by its number of steps done.</param>
    public Animation Film(Func<int, string> label)
    {
        var key = new PictureKey([new("particle", "#555555"), new("air", "#f4f4f4"), new("trapped air", "#d55e00", "#f6c8a6"), new("electrolyte", "#56b4e9")]);
        byte[] states = new byte[_filling.Outlines.Count];
        Array.Fill(states, PictureKey.OfClass(Air));
        var frames = new List<IndexedImage>();
        var labels = new List<string>();
        int done = 0;
        foreach (int moment in Moments())
        {
            for (; done < moment; done++)
            {
                foreach (int pore in _filling.Steps[done].Pores) states[pore] = PictureKey.OfClass(Liquid);
                foreach (int pore in _filling.Steps[done].Trapped) states[pore] = PictureKey.OfClass(Trapped);
            }
            frames.Add(_raster.Paint(part => part switch
            {
                BedRaster.Particle => PictureKey.OfClass(Particle),
                BedRaster.Above => PictureKey.OfClass(Liquid),
                BedRaster.Below => PictureKey.OfClass(Air),
                _ => states[part],
            }));
            labels.Add(label(moment));
        }
        return new Animation($"{_name} filling", "Bed 1 while it fills", frames, labels, key, _x, _y, "Electrolyte comes from above; stripes mark air that has lost its way out. A pore fills at once, in the order of the pressures.");
    }

    // Numbers of steps done, evenly over the saturation: the dry bed first, the end last.
    private IEnumerable<int> Moments()
    {
        IReadOnlyList<FillingStep> steps = _filling.Steps;
        yield return 0;
        for (int k = 1, done = 0; k < Frames; k++)
        {
            int before = done;
            while (done < steps.Count && steps[done].Saturation <= _filling.Saturation * (k / (Frames - 1.0)) * (1 + 1e-12)) done++;
            if (done > before) yield return done;
        }
    }
}
