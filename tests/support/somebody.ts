import type { Person } from '#contract/person';
import type { Workspace } from './house.ts';

/** What stands in every text about the person, and nowhere else. */
export const called = {
  name: 'Zebulon Quastenbrink',
  email: 'zebulon@quastenbrink.example',
  phone: '+31687654321',
  organisation: 'Quastenbrink Orgelbouw',
  note: 'heeft een tweeling en een kapotte blaasbalg',
} as const;

/** Words that are looked for after an erasure, folded as the database keeps them. */
export const traces = ['zebulon', 'quastenbrink', '687654321', 'blaasbalg', 'orgelbouw'] as const;

export type Somebody = { person: Person; open: string; won: string; stopped: string; organisationId: string };

/**
 * A person about whom there is something everywhere: opportunities in every state with moments and notes, attention, promises, a pin, a plan
 * with an act, an edit with its image, an import that names them, a merge, a search, a contract, a request.
 */
export async function somebody({ api }: Pick<Workspace, 'api'>): Promise<Somebody> {
  const ok = async (answer: ReturnType<typeof api.get>) => {
    const { status, body, text } = await answer;
    if (status < 300) return body;
    throw new Error(`Somebody is not made: ${status} ${text}`);
  };
  const list = [
    'name,email,phone,organisation,title,value,state,note',
    `${called.name},${called.email},06 87654321,${called.organisation},Orgel ${called.name},9000,open,${called.note}`,
    `${called.name},${called.email},not a number,${called.organisation},Kist ${called.name},abc,open,${called.note}`,
  ].join('\n');
  const uploaded = await ok(api.post('/imports', { text: list, fileName: `lijst ${called.name}.csv` }));
  await ok(api.post(`/imports/${uploaded.id}/commit`, { notWon: 'open', keepUnreadable: false }));
  const { items } = await ok(api.get(`/persons?q=${encodeURIComponent('quastenbrink')}`));
  const id: string = items[0].id;
  const made = async (title: string): Promise<{ id: string; version: number }> =>
    ok(
      api.post('/opportunities', {
        title: `${title} ${called.name}`,
        personId: id,
        organisation: called.organisation,
        value: 120_000,
        source: `via ${called.name}`,
        keen: called.note,
      }),
    );
  const log = (opportunity: string, outcome: string, more = {}) =>
    ok(
      api.post(`/opportunities/${opportunity}/moments`, {
        channel: 'call',
        outcome,
        minutes: 7,
        note: `${called.name}: ${called.note}`,
        ...more,
      }),
    );
  const open = await made('Klavier');
  await log(open.id, 'no_answer');
  await log(open.id, 'spoke');
  await ok(
    api.post(`/opportunities/${open.id}/plan`, { on: '2026-12-03', channel: 'call', act: `bel ${called.name}` }),
  );
  await ok(api.post(`/opportunities/${open.id}/pin`, { choice: 'yes', reason: called.note }));
  const won = await made('Pijpen');
  await log(won.id, 'spoke');
  await log(won.id, 'bought');
  const lost = await made('Blazer');
  await log(lost.id, 'message_left');
  await ok(api.post(`/opportunities/${lost.id}/stop`, { saidNo: false, reason: 'no_response', note: called.note }));
  await ok(api.post(`/opportunities/${open.id}/inbound`, { channel: 'call', note: `${called.name} belde` }));
  await ok(api.post(`/persons/${id}/moments`, { channel: 'post', outcome: 'spoke', note: `kaart aan ${called.name}` }));
  await ok(api.post(`/persons/${id}/promises`, { by: 'me', text: `prijs voor ${called.name}`, dueOn: '2026-11-30' }));
  const twin = await ok(api.post('/persons', { name: `${called.name} jr`, howMet: called.note }));
  await ok(api.post(`/persons/${id}/merge`, { otherId: twin.id }));
  const now = (await ok(api.get(`/persons/${id}`))).person;
  await ok(
    api.patch(`/persons/${id}`, { version: now.version, goodToKnow: called.note, howMet: `beurs, ${called.name}` }),
  );
  await ok(api.post('/contracts', { customer: called.name, amount: 1_000 }));
  await ok(
    api.post('/privacy/requests', { personId: id, kind: 'access', receivedBy: 'email', receivedOn: '2026-11-20' }),
  );
  const person = (await ok(api.get(`/persons/${id}`))).person;
  return { person, open: open.id, won: won.id, stopped: lost.id, organisationId: person.organisations[0].id };
}
