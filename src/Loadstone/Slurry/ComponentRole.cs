namespace Loadstone.Slurry;

/// <summary>What a solid does in the coating.</summary>
public enum ComponentRole
{
    /// <summary>Stores lithium; its surface is wetted by binder and solvent.</summary>
    Active,

    /// <summary>Conducts electrons; its surface is wetted by binder and solvent.</summary>
    Carbon,

    /// <summary>Coats the surfaces of the others as a film.</summary>
    Binder,

    /// <summary>Counts with its mass and volume alone: a dispersant, an inert filler.</summary>
    Other,
}
