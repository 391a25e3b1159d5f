namespace Loadstone.Web.Serving;

/// <summary>More was asked for at the same time than is served.</summary>
internal sealed class BusyException() : Exception("the workbench has too much to compute just now; it is asked again in a moment.");
