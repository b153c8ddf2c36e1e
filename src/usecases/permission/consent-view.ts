import type { Consent } from '#contract/permission';
import { consentsOf } from '#db/consent';
import type { Tx } from '#db/transaction';

type Row = Awaited<ReturnType<typeof consentsOf>>[number];

export function toConsentView(row: Row): Consent {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    channels: row.channels,
    purposes: row.purposes,
    wording: row.wording,
    wordingVersion: row.wording_version,
    language: row.language,
    how: row.how,
    source: row.source,
    givenOn: row.given_on,
    confirmedOn: row.confirmed_on,
    until: row.until_on,
    recordedBy: { id: row.recorded_by, name: row.recorded_name },
    recordedAt: row.created_at.toISOString(),
    withdrawn:
      row.withdrawn_at && row.withdrawn_by && row.withdrawn_how
        ? {
            at: row.withdrawn_at.toISOString(),
            by: { id: row.withdrawn_by, name: row.withdrawn_name ?? '' },
            how: row.withdrawn_how,
          }
        : null,
  };
}

export async function consentViews(tx: Tx, personId: string): Promise<Consent[]> {
  return (await consentsOf(tx, personId)).map(toConsentView);
}

export async function consentView(tx: Tx, personId: string, id: string): Promise<Consent> {
  const found = (await consentViews(tx, personId)).find((one) => one.id === id);
  if (!found) throw new Error('the consent just written is not there');
  return found;
}
