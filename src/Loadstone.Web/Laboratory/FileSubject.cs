namespace Loadstone.Web.Laboratory;

/// <summary>What a file of a laboratory is about.</summary>
public enum FileSubject
{
    /// <summary>Voltage and current in time.</summary>
    Test,

    /// <summary>Impedance spectra.</summary>
    Spectrum,

    /// <summary>A table or trace of an instrument.</summary>
    Table,

    /// <summary>A picture or a stack of them.</summary>
    Image,

    /// <summary>A design, whose simulation may stand beside measurements.</summary>
    Document,

    /// <summary>Nothing that is known.</summary>
    Unknown,
}
