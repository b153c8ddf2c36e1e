import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { brought, understood } from '#tests/support/bring-file';
import { differencesIn } from '#tests/support/counter-check';
import { fixturePath, hasSharedData, sharedFile } from '#tests/support/shared-data';
import { useHouse } from '#tests/support/use-house';

/* Maven's B2B pipeline on the road of the wizard; of a clone's fixture where the whole file of 8,800 is not beside the checkout. */
const house = useHouse();
let bytes: Buffer;
let rows: { stage: string; account: string; engaged: string; value: string }[];

beforeAll(async () => {
  bytes = await (hasSharedData
    ? sharedFile('maven-crm/sales_pipeline.csv')
    : readFile(fixturePath('imports/sales_pipeline.csv')));
  rows = bytes
    .toString('utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .map(([, , , account = '', stage = '', engaged = '', , value = '']) => ({ stage, account, engaged, value }));
});

const count = (stage: RegExp) => rows.filter((row) => stage.test(row.stage)).length;

test('it is recognised, and won, lost and open come in as such; who stands nowhere is listed to complete; no number is invented', async () => {
  const workspace = await house().aWorkspace();
  const { proposal, checked, committed } = await brought(workspace.api, 'sales_pipeline.csv', bytes);
  expect(proposal).toMatchObject({
    recognised: 'maven',
    kind: 'opportunities',
    rows: rows.length,
    history: { hasHeld: false },
  });
  expect(understood(proposal)).toMatchObject({
    opportunity_id: 'externalId',
    account: 'organisation',
    deal_stage: 'state',
    close_value: 'value',
    sales_agent: 'owner',
  });
  const nobody = rows.filter((row) => row.account === '');
  expect(committed).toMatchObject({
    status: 'committed',
    counts: {
      created: rows.length,
      rejected: 0,
      won: count(/^Won$/),
      stopped: count(/^Lost$/),
      open: count(/^(?:Engaging|Prospecting)$/),
      refused: 0,
      moments: 0,
      toComplete: nobody.length,
    },
  });
  if (hasSharedData) expect([rows.length, nobody.length]).toEqual([8800, 1425]);
  expect({ ...checked.counts }).toEqual(committed.counts);
  expect(checked.rejected).toEqual(committed.rejected);

  const listed = (await workspace.api.get('/opportunities?toComplete=true&limit=1')).body;
  expect(listed.items[0]).toMatchObject({ toComplete: true, state: 'open' });
  const { body: mirror } = await workspace.api.get('/mirror');
  expect(mirror.ended).toBe(count(/^(?:Won|Lost)$/));
  for (const series of [mirror.sales, mirror.stops, mirror.refusals]) {
    expect(series.every((one: { count: number }) => one.count === 0)).toBe(true);
  }
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('the same file again adds nothing, and whoever changed here meanwhile stays as they are', async () => {
  const { api } = await house().aWorkspace();
  const head = bytes.toString('utf8').split(/\r?\n/).slice(0, 201).join('\n');
  await brought(api, 'sales_pipeline.csv', head);
  const { items } = (await api.get('/opportunities?state=open&limit=1')).body;
  const changed = await api.patch(`/opportunities/${items[0].id}`, { version: items[0].version, title: 'Anders' });
  expect(changed.status).toBe(200);
  const again = await brought(api, 'sales_pipeline.csv', head);
  expect(again.committed.counts).toMatchObject({ created: 0, rejected: 0 });
});
