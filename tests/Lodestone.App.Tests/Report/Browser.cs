using System.Diagnostics;
using Lodestone.Testing;

namespace Lodestone.App.Tests.Report;

/// <summary>Opens pages in a headless Chromium that is kept off the network.</summary>
internal static class Browser
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Opens a page, lets its scripts run, and gives what became of it. Skips the running test where there is no Chromium.</summary>
    /// <param name="page">Path of the page.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="height">Height of the window in pixels.</param>
    /// <param name="dark">The colour scheme that the user prefers.</param>
    /// <param name="screenshot">Where to put a picture of it.</param>
    public static Visit Open(string page, int width, int height, bool dark, string screenshot)
    {
        string? chromium = Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(chromium is null, "There is no Chromium on this machine (Debian: apt-get install chromium).");
        using var profile = new TemporaryFolder();
        string[] common =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={profile.Path}", $"--window-size={width},{height}",
            $"--blink-settings=preferredColorScheme={(dark ? 0 : 1)}", "--virtual-time-budget=2000", "--enable-logging=stderr",
        ];
        var (dom, log) = Run(chromium!, [.. common, "--dump-dom", new Uri(page).AbsoluteUri]);
        Run(chromium!, [.. common, $"--screenshot={screenshot}", new Uri(page).AbsoluteUri]);
        return new Visit(dom, [.. log.Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))]);
    }

    private static (string Output, string Errors) Run(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within {Patience.TotalSeconds} s.");
        }
        return (output.Result, errors.Result);
    }

    /// <summary>A page after its scripts have run.</summary>
    /// <param name="Dom">The document as HTML.</param>
    /// <param name="Console">What went to the browser's console, errors among it.</param>
    public sealed record Visit(string Dom, IReadOnlyList<string> Console);
}
