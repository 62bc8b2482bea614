using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Rialto.Acceptance;

/// <summary>A program that runs: what it prints is collected.</summary>
sealed class StartedProgram : IDisposable
{
    /// <summary>So long that only a program that hangs takes it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly Process _process = new();
    readonly Task<string> _output;
    readonly Task<string> _errors;

    public StartedProgram(Command command)
    {
        ProcessStartInfo start = _process.StartInfo;
        start.FileName = command.Program;
        start.WorkingDirectory = command.Folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        foreach (string argument in command.Arguments)
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in command.Variables)
            start.Environment[name] = value;

        _process.Start();
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Sends a signal by its name: <c>INT</c>, <c>TERM</c>, <c>KILL</c>.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for something that the program does; fails if it ends before.</summary>
    public void WaitUntil(Func<bool> isSo)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.False(HasExited, "The program has ended.");
            Assert.True(waited.Elapsed < Patience, "The program hangs.");
            Thread.Sleep(20);
        }
    }

    public Outcome Wait()
    {
        if (!_process.WaitForExit(Patience) || !Task.WaitAll([_output, _errors], Patience))
            Assert.Fail($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} hangs.");

        return new Outcome(_process.ExitCode, _output.Result, _errors.Result);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        _process.Dispose();
    }
}
