using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Lodestone.App.Tests.Commands;

/// <summary>Runs the built command as a process of its own, the way a user does.</summary>
internal static class LodestoneProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "lodestone.dll");

    /// <summary>Runs the command to its end.</summary>
    /// <param name="folder">The current folder of the process.</param>
    /// <param name="arguments">The arguments.</param>
    public static ProcessResult Run(string folder, params string[] arguments) => RunWithInput("", folder, arguments);

    /// <summary>Runs the command to its end with a text on standard input.</summary>
    public static ProcessResult RunWithInput(string input, string folder, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        WaitForExit(process);
        return new ProcessResult(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Starts the command; the caller reads its streams and waits for its end.</summary>
    public static Process Start(string folder, params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
    {
        WorkingDirectory = folder,
        Environment = { ["LODESTONE_CACHE"] = "off" },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    })!;

    /// <summary>Runs a line of the shell in which <c>lodestone</c> is the command.</summary>
    public static ProcessResult Shell(string folder, string line)
    {
        string function = $"export LODESTONE_CACHE=off; lodestone() {{ dotnet exec '{Program}' \"$@\"; }}\n";
        using Process process = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", function + line])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        WaitForExit(process);
        return new ProcessResult(process.ExitCode, output.Result, errors.Result);
    }

    private static void WaitForExit(Process process)
    {
        if (process.WaitForExit(Patience)) return;
        process.Kill(entireProcessTree: true);
        Assert.Fail($"The command did not end within {Patience.TotalSeconds} s.");
    }

    /// <summary>Presses Ctrl-C. Where this process, and so its child, ignores SIGINT (as under nohup), SIGTERM takes its place: the program treats both alike.</summary>
    public static void Interrupt(Process process)
    {
        const ulong interruptBit = 1UL << (2 - 1);
        string ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
        string signal = (ulong.Parse(ignored, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & interruptBit) == 0 ? "-INT" : "-TERM";
        Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
    }
}
