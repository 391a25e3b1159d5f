using System.CommandLine;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary>An option whose values name files: the workbench gives it none but those that were handed to it.</summary>
internal interface IFileOption
{
    /// <summary>What the values name.</summary>
    FileUse Use { get; }
}

/// <inheritdoc cref="IFileOption"/>
/// <param name="name">Its name.</param>
/// <param name="use">What its values name.</param>
internal sealed class FileOption<T>(string name, FileUse use = FileUse.File) : Option<T>(name), IFileOption
{
    public FileUse Use => use;
}
