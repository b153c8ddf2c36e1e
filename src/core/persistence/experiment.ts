/** Share of the states in which advice to stop reads "experiment: one more" (engine.md, section 7); a setting, shown as such. */
export const DEFAULT_EXPERIMENT_SHARE = 0.1;

/** FNV-1a over the text's UTF-16 units, then mixed once more: by itself it hardly moves its high bits for the last characters. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Is this state, an opportunity with its next number, one in which a stop is not advised? If everyone stopped where the present figures
 * say, later stages would never be seen again. No randomness: the same state always answers the same, on every device. `share` 0..1.
 */
export function isExperiment(opportunityId: string, number: number, share: number = DEFAULT_EXPERIMENT_SHARE): boolean {
  return hash32(`${opportunityId}:${number}`) / 4294967296 < share;
}

export type StopAdvice = 'go_on' | 'stop' | 'experiment';

/** What the stop gate says: `worthIt` = one more moment here beats a new prospect. Advice only; nothing is dropped by itself. */
export function stopAdvice(worthIt: boolean, opportunityId: string, number: number, share?: number): StopAdvice {
  if (worthIt) return 'go_on';
  return isExperiment(opportunityId, number, share) ? 'experiment' : 'stop';
}
