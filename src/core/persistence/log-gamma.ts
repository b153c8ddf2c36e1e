const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const STIRLING_FROM = 10;

/**
 * What Stirling's formula leaves over: ln Γ(x) − ((x − ½)·ln x − x + ½·ln 2π), for x ≥ 10.
 * DLMF 5.11.1 with eight Bernoulli terms; the first one left out is 2e-18 at x = 10.
 */
function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  return (
    (1 / 12 -
      s *
        (1 / 360 -
          s *
            (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156 - s * (3617 / 122400)))))))) /
    x
  );
}

/** ln Γ(x) for x > 0: Stirling from 10 on, below it after shifting up by Γ(x + 1) = x·Γ(x). */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingRest(shifted) - Math.log(product);
}

/**
 * ln B(a, b) for a, b > 0. Γ's of large arguments are never subtracted from each other: their Stirling parts are cancelled by
 * hand, so that a million outcomes cost no digits.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const sum = small + large;
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(sum);
  const rest = stirlingRest(large) - stirlingRest(sum);
  if (small < STIRLING_FROM) {
    return logGamma(small) + rest - (sum - 0.5) * Math.log1p(small / large) - small * Math.log(large) + small;
  }
  return (
    HALF_LOG_TWO_PI +
    stirlingRest(small) +
    rest -
    0.5 * Math.log(large) +
    (small - 0.5) * Math.log(small / sum) -
    large * Math.log1p(small / large)
  );
}
