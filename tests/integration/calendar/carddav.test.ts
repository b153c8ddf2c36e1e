import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAVClient } from 'tsdav';
import { useHouse } from '#tests/support/use-house';
import type { Member, Workspace } from '#tests/support/house';
import { inWorkspace } from '#db/transaction';
import { sql } from 'kysely';

const house = useHouse();
let base = '';

beforeAll(async () => {
  base = await house().app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => {});

async function aPhone({
  api,
}: Pick<Workspace | Member, 'api'>): Promise<{ user: string; password: string; id: string }> {
  const { status, body } = await api.post('/calendar/phones', { name: 'iPhone' });
  expect(status).toBe(201);
  return body;
}

async function aClient(phone: { user: string; password: string }): Promise<DAVClient> {
  const client = new DAVClient({
    serverUrl: base,
    credentials: { username: phone.user, password: phone.password },
    authMethod: 'Basic',
    defaultAccountType: 'carddav',
  });
  await client.login();
  return client;
}

function ask(
  method: string,
  path: string,
  phone: { user: string; password: string } | null,
  body?: string,
  depth = '0',
) {
  const key = phone && Buffer.from(`${phone.user}:${phone.password}`).toString('base64');
  return fetch(`${base}${path}`, {
    method,
    redirect: 'manual',
    headers: { depth, 'content-type': 'application/xml', ...(key ? { authorization: `Basic ${key}` } : {}) },
    ...(body === undefined ? {} : { body }),
  });
}

const book = '/carddav/books/people/';

test('a real client finds the people from the address alone, and reads who they are', async () => {
  const workspace = await house().aWorkspace();
  await workspace.anOpportunity({
    personId: (
      await workspace.api.post('/persons', {
        name: 'Marieke van den Berg',
        email: 'marieke@example.nl',
        phone: '06 12345678',
        organisation: 'Bakkerij; Molen & Zn',
      })
    ).body.id,
  });
  await workspace.aPerson({ name: 'Zonder kans', phone: '+31201234567' });
  const client = await aClient(await aPhone(workspace));
  const [only, ...more] = await client.fetchAddressBooks();
  expect(more).toEqual([]);
  expect(only).toMatchObject({ displayName: 'Aanhouder', url: `${base}${book}` });
  if (!only) throw new Error('no book');
  const cards = await client.fetchVCards({ addressBook: only });
  expect(cards).toHaveLength(2);
  const text = cards.map((card) => String(card.data)).join('');
  expect(text).toContain('VERSION:3.0');
  expect(text).toContain('FN:Marieke van den Berg');
  expect(text).toContain('N:van den Berg;Marieke;;;');
  expect(text).toContain('TEL:+31612345678');
  expect(text).toContain('ORG:Bakkerij\\; Molen & Zn');
  expect(cards.every((card) => /^"?[\w-]+"?$/.test(card.etag ?? ''))).toBe(true);
});

test('it sees what changed by one tag, and reads only that', async () => {
  const workspace = await house().aWorkspace();
  const person = await workspace.aPerson({ name: 'Bram Bos', phone: '+31612345671' });
  const client = await aClient(await aPhone(workspace));
  const [before] = await client.fetchAddressBooks();
  if (!before) throw new Error('no book');
  expect(await client.isCollectionDirty({ collection: before })).toMatchObject({ isDirty: false });
  const cards = await client.fetchVCards({ addressBook: before });
  await workspace.api.patch(`/persons/${person.id}`, { version: person.version, name: 'Bram Bosch' });
  expect(await client.isCollectionDirty({ collection: before })).toMatchObject({ isDirty: true });
  const [after] = await client.fetchAddressBooks();
  expect(after?.syncToken).not.toBe(before.syncToken);
  const again = await client.fetchVCards({ addressBook: before });
  expect(again.map((card) => card.url)).toEqual(cards.map((card) => card.url));
  expect(again[0]?.etag).not.toBe(cards[0]?.etag);
  expect(String(again[0]?.data)).toContain('Bram Bosch');
});

const sync = (token: string) =>
  `<?xml version="1.0"?><d:sync-collection xmlns:d="DAV:"><d:sync-token>${token}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>`;

test('a first sync gets all with a token, the same token nothing, and an old one is refused as the standard has it', async () => {
  const workspace = await house().aWorkspace();
  await workspace.aPerson({ name: 'Een', phone: '+31612345672' });
  const phone = await aPhone(workspace);
  const first = await (await ask('REPORT', book, phone, sync(''))).text();
  expect(first.match(/<D:response>/g)).toHaveLength(1);
  const token = /<D:sync-token>(.+?)<\/D:sync-token>/.exec(first)?.[1] ?? '';
  const again = await (await ask('REPORT', book, phone, sync(token))).text();
  expect(again).not.toContain('<D:response>');
  expect(again).toContain(token);
  await workspace.aPerson({ name: 'Twee', phone: '+31612345673' });
  const old = await ask('REPORT', book, phone, sync(token));
  expect(old.status).toBe(403);
  expect(await old.text()).toContain('<D:valid-sync-token/>');
});

test('a telephone asks for some by their address or by what stands on them', async () => {
  const workspace = await house().aWorkspace();
  const one = await workspace.aPerson({ name: 'Anke Één', phone: '+31612345674', email: 'anke@example.nl' });
  await workspace.aPerson({ name: 'Bo Twee', email: 'bo@example.nl' });
  const phone = await aPhone(workspace);
  const gone = '01a2121f-d9bf-77aa-8579-10b4f86677db';
  const multiget = `<C:addressbook-multiget xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:prop><D:getetag/><C:address-data/><X:no xmlns:X="urn:x"/></D:prop><D:href>${book}${one.id}.vcf</D:href><D:href>${book}${gone}.vcf</D:href></C:addressbook-multiget>`;
  const some = await (await ask('REPORT', book, phone, multiget, '1')).text();
  expect(some).toContain('FN:Anke Één');
  expect(some).toContain('<x:no xmlns:x="urn:x"/>');
  expect(some).toContain('<D:status>HTTP/1.1 404 Not Found</D:status></D:response>');
  const query = (filter: string) =>
    `<C:addressbook-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:prop><C:address-data/></D:prop><C:filter test="allof">${filter}</C:filter></C:addressbook-query>`;
  const names = async (filter: string) =>
    [...(await (await ask('REPORT', book, phone, query(filter), '1')).text()).matchAll(/FN:([^\r\n]+)/g)].map(
      (found) => found[1],
    );
  expect(
    await names(
      '<C:prop-filter name="EMAIL"><C:text-match match-type="starts-with">ANKE</C:text-match></C:prop-filter>',
    ),
  ).toEqual(['Anke Één']);
  expect(await names('<C:prop-filter name="TEL"><C:is-not-defined/></C:prop-filter>')).toEqual(['Bo Twee']);
  expect(await names('<C:prop-filter name="FN"/><C:prop-filter name="TEL"/>')).toEqual(['Anke Één']);
  expect(
    await names('<C:prop-filter name="FN"><C:text-match negate-condition="yes">bo</C:text-match></C:prop-filter>'),
  ).toEqual(['Anke Één']);
});

test('one’s own people and nobody’s; not who objected, is restricted or is being erased', async () => {
  const workspace = await house().aWorkspace();
  const colleague = await house().aMember(workspace, 'seller');
  const phone = await aPhone(workspace);
  const phoneOfColleague = await aPhone(colleague);
  const list = async (who: typeof phone) =>
    ((await (await ask('PROPFIND', book, who, undefined, '1')).text()).match(/\.vcf</g) ?? []).length;
  const someone = (n: number) => workspace.anOpportunity({ person: { name: `Iemand ${n}`, phone: `+3161234568${n}` } });
  const opened = await Promise.all([1, 2, 3, 4].map(someone));
  const [kept, restricted, erased, objecting] = opened.map((one) => one.person?.id ?? '');
  const theirs = await someone(5);
  await workspace.api.post(`/opportunities/${theirs.id}/hand-over`, { assigneeId: colleague.memberId });
  expect(await list(phone)).toBe(4);
  expect(await list(phoneOfColleague)).toBe(1);
  await workspace.api.post(`/persons/${restricted}/restrict`);
  await workspace.api.post(`/persons/${erased}/erase`, {});
  await workspace.api.post(`/persons/${objecting}/object`, {});
  expect(await list(phone)).toBe(1);
  expect((await ask('GET', `${book}${kept}.vcf`, phone)).status).toBe(200);
  for (const id of [restricted, erased, objecting, theirs.person?.id])
    expect((await ask('GET', `${book}${id}.vcf`, phone)).status).toBe(404);
  const other = await house().aWorkspace();
  expect((await ask('GET', `${book}${kept}.vcf`, await aPhone(other))).status).toBe(404);
});

test('nothing is written, and nobody without a password of a telephone gets anything', async () => {
  const workspace = await house().aWorkspace();
  const person = await workspace.aPerson({ name: 'Vast', phone: '+31612345675' });
  const phone = await aPhone(workspace);
  for (const method of ['PUT', 'DELETE', 'PROPPATCH', 'MKCOL', 'MOVE', 'COPY', 'POST']) {
    const answer = await ask(method, `${book}${person.id}.vcf`, phone, method === 'PUT' ? 'BEGIN:VCARD' : undefined);
    expect([method, answer.status]).toEqual([method, 403]);
  }
  expect((await workspace.api.get(`/persons/${person.id}`)).body.person.name).toBe('Vast');
  for (const wrong of [null, { user: 'x', password: workspace.token }, { user: 'x', password: 'aan_nothing' }]) {
    const answer = await ask('PROPFIND', book, wrong, undefined, '1');
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="Aanhouder", charset="UTF-8"',
    ]);
  }
  const viewer = await house().aMember(workspace, 'viewer');
  expect((await viewer.api.post('/calendar/phones', { name: 'x' })).status).toBe(403);
  expect((await workspace.api.delete(`/calendar/phones/${phone.id}`)).status).toBe(204);
  expect((await ask('PROPFIND', book, phone)).status).toBe(401);
});

test('a telephone is led from the well-known address, and what is no request is refused', async () => {
  const phone = await aPhone(await house().aWorkspace());
  for (const method of ['GET', 'PROPFIND']) {
    const answer = await ask(method, '/.well-known/carddav', phone);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/carddav/']);
  }
  expect((await ask('OPTIONS', '/carddav/', null)).headers.get('dav')).toBe('1, 3, addressbook');
  const bomb = '<!DOCTYPE a [<!ENTITY b "c">]><d:propfind xmlns:d="DAV:"><d:prop/></d:propfind>';
  for (const body of [bomb, '<d:propfind xmlns:d="DAV:">', '<a:b/>', '<'.repeat(5000), '<a>'.repeat(100)])
    expect((await ask('PROPFIND', book, phone, body)).status).toBe(400);
  expect((await ask('REPORT', book, phone, '<D:expand-property xmlns:D="DAV:"/>')).status).toBe(403);
  expect((await ask('PROPFIND', '/carddav/elsewhere/', phone)).status).toBe(404);
});

test('ten thousand people come as they are read, without a hole and in bounded memory', async () => {
  const workspace = await house().aWorkspace();
  await inWorkspace(house().databases, workspace.id, (tx) =>
    sql`
      insert into person (workspace_id, id, name, name_key, sort_key, phone, created_on)
      select ${workspace.id}::uuid, gen_random_uuid(), 'Persoon ' || n, 'persoon ' || n, 'persoon ' || n, '+316' || (10000000 + n), '2026-11-24'
      from generate_series(1, 10000) as n`.execute(tx.db),
  );
  const phone = await aPhone(workspace);
  const body =
    '<C:addressbook-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:prop><D:getetag/><C:address-data/></D:prop></C:addressbook-query>';
  const answer = await ask('REPORT', book, phone, body, '1');
  const seen = new Set<string>();
  let most = 0;
  const before = process.memoryUsage().heapUsed;
  const decoder = new TextDecoder();
  let rest = '';
  if (!answer.body) throw new Error('no body');
  for await (const piece of answer.body) {
    rest += decoder.decode(piece, { stream: true });
    for (const found of rest.matchAll(/FN:(Persoon \d+)/g)) seen.add(found[1] ?? '');
    rest = rest.slice(-200);
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  expect(seen.size).toBe(10_000);
  expect(most).toBeLessThan(150_000_000);
});
