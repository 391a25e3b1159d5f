using System.Text;
using Loadstone.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new CancellationTokenSource();

// The first Ctrl-C asks the work to stop and keep what is finished; a second one ends the process at once.
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
return CommandLine.Run(args, Terminal.OfProcess(), stop.Token);
