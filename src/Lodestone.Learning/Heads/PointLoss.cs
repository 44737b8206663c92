namespace Lodestone.Learning.Heads;

/// <summary>Losses of a head that gives one number, of the scaled residual r.</summary>
public enum PointLoss
{
    /// <summary>|r|: the head learns the median.</summary>
    L1,

    /// <summary>r²: the head learns the mean.</summary>
    Mse,

    /// <summary>½r² where |r| ≤ 1, |r| − ½ beyond. Source: P. J. Huber, Ann. Math. Statist. 35, 73 (1964).</summary>
    Huber,
}
