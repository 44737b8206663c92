namespace Lodestone.Learning.Training;

/// <summary>How the learning rate changes while training.</summary>
public enum ScheduleName
{
    /// <summary>It stays.</summary>
    Constant,

    /// <summary>It is multiplied by a factor at given epochs.</summary>
    Step,

    /// <summary>It falls along half a cosine. Source: I. Loshchilov and F. Hutter, ICLR (2017), eq. 5, without restarts.</summary>
    Cosine,

    /// <summary>It rises along half a cosine, then falls along another. After L. N. Smith and N. Topin, arXiv:1708.07120 (2017).</summary>
    OneCycle,

    /// <summary>It is multiplied by a factor when the monitored number stops falling.</summary>
    Plateau,
}
