import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JobWorld } from '#jobs/job';
import { jobs } from '#jobs/registry';
import { runOnce } from '#jobs/runner';
import { differencesIn } from '#tests/support/counter-check';
import { aFullWorkspace } from '#tests/support/every-route/full-workspace';
import { send } from '#tests/support/every-route/operations';
import { requests } from '#tests/support/every-route/requests';
import { useHouse } from '#tests/support/use-house';

/* Whatever is written, by whichever route or at night: no next moment is left on a channel that may not be used (product.md, section 5 rule 7). */
const house = useHouse();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-every-write-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Planned = {
  id: string;
  nextMoment: { channel: string };
  person: { channels: { channel: string; verdict: string }[] };
};
const isPlanned = (value: object): value is Planned =>
  'nextMoment' in value && value.nextMoment !== null && 'person' in value && value.person !== null;

/** Every opportunity in an answer whose next moment is on a channel that the same answer calls blocked. */
function blockedPlans(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(blockedPlans);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(blockedPlans);
  if (!isPlanned(value)) return inside;
  const { channel } = value.nextMoment;
  const verdict = value.person.channels.find((one) => one.channel === channel)?.verdict;
  return verdict === 'block' ? [`${value.id}: ${channel}`, ...inside] : inside;
}

test('every route that writes, one after the other, and then every job', async () => {
  const full = await aFullWorkspace(house());
  const { api } = full.workspace;
  for (const { id, version } of [full.records.person, full.records.otherPerson]) {
    const phone = id === full.records.person.id ? '+31612340001' : '+31612340002';
    await api.patch(`/persons/${id}`, { version, basis: 'event', legalForm: 'consumer', phone });
  }
  const plans = async () => (await api.get('/opportunities?limit=200')).body.items;
  let answered = 0;
  for (const [operation, asked] of Object.entries(requests)) {
    if (operation.startsWith('GET ') || /sign-out|password/.test(operation)) continue;
    for (const one of asked(full.records)) {
      const answer = await send(api, operation, one);
      if (answer.status >= 300) continue;
      answered += 1;
      expect([operation, blockedPlans(answer.body)]).toEqual([operation, []]);
    }
    expect([operation, blockedPlans(await plans())]).toEqual([operation, []]);
  }
  // Most of them still find what they are about.
  expect(answered).toBeGreaterThan(60);
  expect((await plans()).some((one: Partial<Planned>) => one.nextMoment?.channel === 'wait')).toBe(true);
  for (const day of ['2026-11-25', '2026-12-28', '2027-01-04']) {
    house().setNow(`${day}T05:30:00Z`);
    for (const job of jobs) await runOnce(job, world(), new AbortController().signal);
    expect([day, blockedPlans(await plans())]).toEqual([day, []]);
  }
  expect(await differencesIn(full.workspace.context)).toEqual([]);
});

const world = (): JobWorld => ({
  databases: house().databases,
  now: house().now,
  newId: house().identity.newId,
  dataFolder: folder,
  sendPush: async () => 'sent',
  outside: house().identity.outside,
  failed: (job, error) => {
    throw new Error(`${job} failed`, { cause: error });
  },
});
