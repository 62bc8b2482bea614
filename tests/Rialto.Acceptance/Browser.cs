using Microsoft.Playwright;

namespace Rialto.Acceptance;

/// <summary>The machine's own Chromium, without a window. One for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? _playwright;
    IBrowser? _chromium;

    /// <summary>Null where there is none.</summary>
    static string? Program =>
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given ? given
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser") })
            .FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Program is not { } program)
            return;

        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
    }

    /// <summary>A window of its own. Skips the test where there is no browser.</summary>
    public Task<IBrowserContext> OpenAsync(int width, ColorScheme scheme)
    {
        Assert.SkipWhen(
            _chromium is null, "Chromium is missing: neither CHROMIUM_PATH nor the PATH names it. ./test installs it.");
        return _chromium.NewContextAsync(
            new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();

        _playwright?.Dispose();
    }
}
