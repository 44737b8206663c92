namespace Lodestone.App;

/// <summary>What the process tells the shell.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A defect of Lodestone itself.</summary>
    public const int Defect = 1;

    /// <summary>The request or its input cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>Done, but some inputs failed.</summary>
    public const int Partial = 3;

    /// <summary>Interrupted by the user; what can be resumed was kept.</summary>
    public const int Interrupted = 130;
}
