namespace Lodestone.Data.Random;

/// <summary>
/// The generator MT19937: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number
/// generator", ACM Trans. Model. Comput. Simul. 8, 3 (1998), seeded by one number as in its authors' revision of 2002. For numbers that
/// others published; our own randomness comes from <see cref="RandomGenerator"/>.
/// </summary>
public sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Middle = 397;
    private const uint Twist = 0x9908B0DF;
    private const uint UpperBit = 0x80000000;
    private readonly uint[] _state = new uint[Length];
    private int _next = Length;

    /// <summary>Makes a generator.</summary>
    /// <param name="seed">The seed.</param>
    public MersenneTwister(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < Length; i++)
            _state[i] = 1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30)) + i;
    }

    /// <summary>32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_next == Length) Advance();
        uint y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    private void Advance()
    {
        for (int i = 0; i < Length; i++)
        {
            uint y = (_state[i] & UpperBit) | (_state[(i + 1) % Length] & ~UpperBit);
            _state[i] = _state[(i + Middle) % Length] ^ (y >> 1) ^ ((y & 1) * Twist);
        }

        _next = 0;
    }
}
