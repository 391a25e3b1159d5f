namespace Loadstone.Laboratory.Renewal;

/// <summary>The electrode that was exchanged for a fresh one, together with the electrolyte.</summary>
public enum RenewedElectrode
{
    /// <summary>The negative electrode: the recovered positive one stands against fresh lithium or a fresh negative electrode.</summary>
    Negative,

    /// <summary>The positive electrode.</summary>
    Positive,
}
