import type { Day } from '#core/day/day';
import type { Proof } from '#core/permission/contact-facts';
import { proofUntil } from '#core/permission/proof-until';
import type { LawChannel } from '#core/permission/words';
import { AppError } from '#contract/app-error';
import type { ImportProof } from '#contract/permission';
import type { NewConsent } from '#db/consent';
import { dayFrom } from '../surroundings.ts';

export type ImportedProof = {
  channels: LawChannel[];
  wording: string;
  language: 'nl' | 'en';
  givenOn: Day;
  source: string;
};

/** What was said of the whole file; without a place of its own the import itself is the source. */
export function proofFrom(proof: ImportProof, importId: string, today: Day): ImportedProof {
  const givenOn = dayFrom(proof.givenOn, 'proof.givenOn');
  if (givenOn > today) throw new AppError('day_invalid', { at: 'proof.givenOn', detail: 'a day in the future' });
  return {
    channels: [...new Set(proof.channels)],
    wording: proof.wording.trim(),
    language: proof.language,
    givenOn,
    source: proof.source?.trim() || `import ${importId}`,
  };
}

/** As it counts for a person just made, whose consent has the person's id. */
export function proofOf(proof: ImportedProof, personId: string): Proof {
  return {
    id: personId,
    kind: 'consent',
    channels: proof.channels,
    purposes: ['promo'],
    from: proof.givenOn,
    until: proofUntil('consent', proof.givenOn),
    confirmed: false,
  };
}

export function consentsFrom(
  proof: ImportedProof,
  made: readonly { id: string }[],
  { memberId, at }: { memberId: string; at: Date },
): NewConsent[] {
  return made.map(({ id }) => ({
    id,
    person_id: id,
    kind: 'consent',
    channels: proof.channels,
    purposes: ['promo'],
    wording: proof.wording,
    wording_version: proof.source.slice(0, 200),
    language: proof.language,
    how: 'import',
    source: proof.source,
    given_on: proof.givenOn,
    confirmed_on: null,
    until_on: proofUntil('consent', proof.givenOn),
    recorded_by: memberId,
    created_at: at,
  }));
}
