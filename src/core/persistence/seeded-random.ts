/** Numbers in the open interval 0..1, the next at every call. */
export type Random = () => number;

/**
 * A small pseudo-random sequence, the same for the same seed on every machine: Blackman and Vigna's xoshiro128** (2018), its state
 * filled from the seed by a multiply-and-shift mixer. For simulation only, never for secrets.
 */
export function seededRandom(seed: number): Random {
  let mixed = seed | 0;
  const next = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let word = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  };
  let a = next();
  let b = next();
  let c = next();
  let d = next();
  return () => {
    const times5 = Math.imul(b, 5);
    const word = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    // Half a step up: the logarithm of a draw is always finite.
    return ((word >>> 0) + 0.5) / 4294967296;
  };
}
