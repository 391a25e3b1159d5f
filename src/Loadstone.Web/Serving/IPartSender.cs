namespace Loadstone.Web.Serving;

/// <summary>Where an answer's parts go.</summary>
internal interface IPartSender
{
    /// <summary>Sends a part.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="part">What it holds.</param>
    Task Send<T>(string name, T part);
}
