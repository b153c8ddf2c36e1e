import { describe, expect, test } from 'vitest';
import type { Opportunity } from '#contract/opportunity';
import type { Workspace } from '#tests/support/house';
import { brought } from '#tests/support/bring-file';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

async function titles({ api }: Workspace, query: string): Promise<string[]> {
  const { status, body, text } = await api.get(`/opportunities?${query}`);
  expect(status, text).toBe(200);
  return body.items.map((one: Opportunity) => one.title);
}

describe('the list', () => {
  async function three() {
    const workspace = await house().aWorkspace();
    const a = await workspace.anOpportunity({
      title: 'A',
      value: 30_000,
      source: 'beurs',
      person: { name: 'Zoë Aalbers' },
      next: { on: '2026-12-01' },
    });
    const b = await workspace.anOpportunity({
      title: 'B',
      value: null,
      person: { name: 'Ko de Boer' },
      next: { on: '2026-11-27' },
      held: 4,
    });
    const c = await workspace.anOpportunity({
      title: 'C',
      value: 90_000,
      person: { name: 'Bea Cools' },
      next: { on: '2026-12-20' },
    });
    await workspace.aMoment(c.id, { outcome: 'interested', next: { on: '2026-12-20' } });
    await workspace.api.post(`/opportunities/${a.id}/stage`, { stage: 'quote' });
    return { workspace, a, b, c };
  }

  test.each([
    ['source=beurs', ['A']],
    ['stage=quote', ['A']],
    ['stage=new', ['B', 'C']],
    ['warmth=interested', ['C']],
    ['valueFrom=40000', ['C']],
    ['valueTo=40000', ['A']],
    ['noValue=true', ['B']],
    ['heldFrom=1&heldTo=3', ['C']],
    ['heldFrom=4', ['B']],
    ['nextFrom=2026-12-01&nextTo=2026-12-05', ['A']],
    ['pace=slow', []],
  ])('is narrowed to %s', async (query, expected) => {
    const { workspace } = await three();
    expect((await titles(workspace, `state=open&sort=name&${query}`)).toSorted()).toEqual(expected);
    const { body } = await workspace.api.get(`/opportunities/count?state=open&${query}`);
    expect(body).toEqual({ count: expected.length, more: false });
  });

  test.each([
    ['next', ['B', 'A', 'C']],
    ['name', ['A', 'B', 'C']],
    ['value', ['C', 'A', 'B']],
  ])('is sorted by %s, and turned round', async (sort, expected) => {
    const { workspace } = await three();
    expect(await titles(workspace, `state=open&sort=${sort}`)).toEqual(expected);
    expect(await titles(workspace, `state=open&sort=${sort}&turned=true`)).toEqual(expected.toReversed());
  });

  test.each(['next', 'name', 'value', 'newest'])(
    'sorted by %s every row comes once, page by page, both ways',
    async (sort) => {
      const { workspace } = await three();
      const { body: mill } = await workspace.api.post('/organisations', { name: 'Molen' });
      await workspace.anOpportunity({ title: 'Van een bedrijf', organisationId: mill.id });
      for (const turned of [false, true]) {
        const seen: string[] = [];
        let cursor = '';
        do {
          const { body } = await workspace.api.get(
            `/opportunities?state=open&sort=${sort}&turned=${turned}&limit=1${cursor && `&cursor=${cursor}`}`,
          );
          seen.push(...body.items.map((one: Opportunity) => one.title));
          cursor = body.nextCursor ?? '';
        } while (cursor !== '');
        expect(seen.toSorted()).toEqual(['A', 'B', 'C', 'Van een bedrijf']);
      }
    },
  );

  test('of thousands, sorted by name, every row comes once and in order, page by page, both ways', async () => {
    const workspace = await house().aWorkspace();
    // Each last name once, not in the order of the file.
    const lastNames = Array.from({ length: 2100 }, (_, n) => `Q${String((n * 997) % 2100).padStart(4, '0')}`);
    const names = lastNames.map(
      (last) => `Jan ${last.replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`,
    );
    const { committed } = await brought(
      workspace.api,
      'names.csv',
      ['naam;titel', ...names.map((name) => `${name};${name}`)].join('\n'),
    );
    expect(committed.counts?.created).toBe(2100);
    const expected = names.toSorted();
    const { body: found } = await workspace.api.get('/opportunities?state=open&sort=name&limit=1');
    await workspace.anOpportunity({ title: `${expected[0]} weer`, personId: found.items[0].person.id });
    const { body: mill } = await workspace.api.post('/organisations', { name: 'Molen' });
    await workspace.anOpportunity({ title: 'Van een bedrijf', organisationId: mill.id });
    expected.splice(1, 0, `${expected[0]} weer`);
    expected.push('Van een bedrijf');
    for (const turned of [false, true]) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await workspace.api.get(
          `/opportunities?state=open&sort=name&turned=${turned}&limit=190${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...body.items.map((one: Opportunity) => one.title));
        cursor = body.nextCursor ?? '';
      } while (cursor !== '');
      expect(seen).toEqual(turned ? expected.toReversed() : expected);
    }
  });
});

describe('custom fields', () => {
  const fields = [
    { of: 'person', kind: 'text', name: 'Klantnummer' },
    { of: 'opportunity', kind: 'number', name: 'Aantal stoelen' },
    { of: 'opportunity', kind: 'date', name: 'Einde contract' },
    { of: 'opportunity', kind: 'choice', name: 'Soort', choices: [{ name: 'Bakker' }, { name: 'Slager' }] },
  ];

  async function withFields() {
    const workspace = await house().aWorkspace();
    const set = await workspace.api.put('/fields', { version: 1, fields });
    expect(set.status, set.text).toBe(200);
    const [number, chairs, ends, kind] = set.body.items;
    return { workspace, number, chairs, ends, kind, list: set.body };
  }

  test('a value is of its field’s kind, shows on the record, filters the list and can be taken back', async () => {
    const { workspace, number, chairs, ends, kind } = await withFields();
    const { api } = workspace;
    const one = await workspace.anOpportunity({ title: 'Zaal' });
    await workspace.anOpportunity({ title: 'Ander', person: { name: 'Wim Smit' } });
    const values = { [chairs.id]: 12.5, [ends.id]: '2027-03-01', [kind.id]: kind.choices[0].id };
    const set = await api.patch(`/opportunities/${one.id}/fields`, { version: 1, values });
    expect(set.body).toMatchObject({ version: 2, custom: values });
    await api.patch(`/persons/${one.person?.id}/fields`, { version: 1, values: { [number.id]: 'K-17' } });
    const found = (query: string) => titles(workspace, `state=open&sort=name&${query}`);
    expect(await found(`field=${chairs.id}&fieldFrom=12&fieldTo=13`)).toEqual(['Zaal']);
    expect(await found(`field=${chairs.id}&fieldFrom=13`)).toEqual([]);
    expect(await found(`field=${ends.id}&fieldTo=2027-03-31`)).toEqual(['Zaal']);
    expect(await found(`field=${kind.id}&fieldIs=${kind.choices[0].id}`)).toEqual(['Zaal']);
    expect(await found(`field=${kind.id}&fieldIs=${kind.choices[1].id}`)).toEqual([]);
    expect(await found(`field=${number.id}&fieldIs=k-17`)).toEqual(['Zaal']);
    expect(await differencesIn(workspace.context)).toEqual([]);
    await api.post(`/changes/${set.body.changeId}/undo`);
    expect((await api.get(`/opportunities/${one.id}`)).body.custom).toEqual({});
    expect(await found(`field=${chairs.id}`)).toEqual([]);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test.each([
    ['a word as a number', 1, 'twaalf'],
    ['a day that is none', 2, '2027-02-30'],
    ['a choice that is none', 3, 'Kapper'],
    ['a number as a text', 0, 5],
  ])('%s is refused, with its place', async (_, at, value) => {
    const { workspace, list } = await withFields();
    const one = await workspace.anOpportunity();
    const field = list.items[at];
    const path = field.of === 'person' ? `/persons/${one.person?.id}/fields` : `/opportunities/${one.id}/fields`;
    const { body } = await workspace.api.patch(path, { version: 1, values: { [field.id]: value } });
    expect(body).toMatchObject({ status: 422, code: 'field_value_invalid', at: `values.${field.name}` });
  });

  test('a field that goes takes its values along, a choice too; kind and name are guarded', async () => {
    const { workspace, kind, chairs, list } = await withFields();
    const { api } = workspace;
    const one = await workspace.anOpportunity();
    await api.patch(`/opportunities/${one.id}/fields`, {
      version: 1,
      values: { [chairs.id]: 4, [kind.id]: kind.choices[0].id },
    });
    const refused = async (changed: object[]) =>
      (await api.put('/fields', { version: list.version, fields: changed })).body.code;
    expect(await refused([{ ...chairs, kind: 'text' }])).toBe('fields_invalid');
    expect(
      await refused([
        { of: 'person', kind: 'text', name: 'x' },
        { of: 'person', kind: 'text', name: 'X' },
      ]),
    ).toBe('fields_invalid');
    expect(await refused(Array.from({ length: 51 }, (_, i) => ({ of: 'person', kind: 'text', name: `v${i}` })))).toBe(
      'invalid_request',
    );
    const left = await api.put('/fields', { version: list.version, fields: [{ ...kind, choices: [kind.choices[1]] }] });
    expect(left.body.items).toHaveLength(1);
    expect((await api.get(`/opportunities/${one.id}`)).body.custom).toEqual({});
    expect(await differencesIn(workspace.context)).toEqual([]);
  });
});

describe('saved views', () => {
  test('one’s own are seen by oneself, shared ones by everybody, and changed by who made them', async () => {
    const workspace = await house().aWorkspace();
    const seller = await house().aMember(workspace, 'seller', 'Daan');
    const query = { filter: 'open', stage: 'quote', columns: 'value,stage' };
    const { body: view } = await workspace.api.post('/views', { name: ' Offertes ', query });
    expect(view).toMatchObject({ name: 'Offertes', shared: false, mine: true, query });
    expect((await seller.api.get('/views')).body.items).toEqual([]);
    expect((await seller.api.patch(`/views/${view.id}`, { version: 1, name: 'x' })).status).toBe(404);
    await workspace.api.patch(`/views/${view.id}`, { version: 1, shared: true });
    expect((await seller.api.get('/views')).body.items).toMatchObject([{ name: 'Offertes', mine: false }]);
    expect((await seller.api.delete(`/views/${view.id}`)).status).toBe(403);
    expect((await workspace.api.patch(`/views/${view.id}`, { version: 1, name: 'x' })).status).toBe(409);
    expect((await workspace.api.delete(`/views/${view.id}`)).status).toBe(204);
    expect((await seller.api.get('/views')).body.items).toEqual([]);
  });
});
