using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Loadstone.Web;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone serve</c>: the workbench in the browser.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var port = new Option<int>("--port", "-p") { Description = "Port to listen on; 0 for one that is free.", HelpName = "N", DefaultValueFactory = _ => 5319 };
        var address = new Option<string>("--address") { Description = "Address to listen on. Another than loopback needs --token.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
        var token = new Option<string?>("--token") { Description = "What a visitor must know; it is part of the address that is printed.", HelpName = "TEXT" };
        var noOpen = new Option<bool>("--no-open") { Description = "Leave the browser alone." };
        var command = new TaughtCommand("serve", "Serve the workbench: take hold of an electrode in the browser and see it respond.")
        {
            Examples = [("loadstone serve", "opens the page"), ("loadstone serve --port 0 --no-open", "prints its address only")],
            Remarks = "Only this machine can reach it. Ctrl-C ends it.",
        };
        foreach (Option option in (Option[])[port, address, token, noOpen]) command.Add(option);
        command.SetAction(async (parsed, _) =>
        {
            int number = parsed.GetValue(port);
            if (number is < 0 or > 65535) throw new InputException($"{number} is no port; expected 0 to 65535.", file: port.Name);
            if (!IPAddress.TryParse(parsed.GetValue(address), out IPAddress? listen)) throw new InputException($"\"{parsed.GetValue(address)}\" is no address; expected one like 127.0.0.1.", file: address.Name);
            string? secret = parsed.GetValue(token);
            await using Workbench bench = await Workbench.StartAsync(new WorkbenchOptions { Address = listen, Port = number, Token = secret, Analyses = [.. AnalyseCommand.All.Select(analysis => new OfferedAnalysis(analysis))] }, cancellation).ConfigureAwait(false);
            string page = secret is null ? bench.Address.ToString() : $"{bench.Address}?token={Uri.EscapeDataString(secret)}";
            terminal.Out.WriteLine($"The workbench is at {page}");
            await terminal.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            if (!parsed.GetValue(noOpen)) Open(page, terminal);
            await bench.WaitAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Open(string page, Terminal terminal)
    {
        try
        {
            using Process? _ = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or PlatformNotSupportedException or FileNotFoundException)
        {
            terminal.Error.WriteLine("No browser could be opened; open the address yourself.");
        }
    }
}
