import { caseReader, isRecord, type FieldRefusal } from './case-reader.ts';
import type { Truth } from './simulate-settings.ts';
import { at } from './stage-list.ts';

/** Chances given as rounded decimals may sum to a hair over 1. */
const ROUNDING = 1e-9;

/**
 * Parsed JSON: a list of 12 hazards (nobody refuses), or `{hazards, continues}` of 12 each. The first field that is wrong refuses it.
 */
export function readHazards(json: unknown): { kind: 'read'; truth: Truth } | ({ kind: 'refused' } & FieldRefusal) {
  const given = isRecord(json) ? json : { hazards: json };
  const reader = caseReader(given, '');
  const hazards = reader.stages('hazards', { max: 1 });
  const continues = reader.has('continues')
    ? reader.stages('continues', { max: 1 })
    : hazards.map((hazard) => 1 - hazard);
  hazards.forEach((hazard, index) => {
    if (hazard + at(continues, index) > 1 + ROUNDING) reader.refuse(`continues[${index}]`, 'inconsistent');
  });
  for (const field of Object.keys(given))
    if (field !== 'hazards' && field !== 'continues') reader.refuse(field, 'unknown_word');
  const refusal = reader.refusal();
  return refusal ? { kind: 'refused', ...refusal } : { kind: 'read', truth: { kind: 'known', hazards, continues } };
}
