import { sql } from 'kysely';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { inWorkspace, type Tx } from '#db/transaction';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

/** Somebody at an organisation, with an opportunity. */
async function aWorkspace() {
  const workspace = await house().aWorkspace();
  const { body: organisation } = await workspace.api.post('/organisations', { name: 'Bakkerij Berg' });
  const { body } = await workspace.api.post('/opportunities', { title: 'Oven', person: { name: 'Marieke Berg' } });
  const personId: string = body.person.id;
  const organisationId: string = organisation.id;
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(house().databases, workspace.id, work);
  const rows = (query: ReturnType<typeof sql>) => inside(async (tx) => (await query.execute(tx.db)).rows);
  await rows(
    sql`insert into person_organisation (workspace_id, person_id, organisation_id) values (${workspace.id}, ${personId}, ${organisationId})`,
  );
  return { id: workspace.id, personId, organisationId, opportunityId: String(body.id), inside, rows };
}

type Workspace = Awaited<ReturnType<typeof aWorkspace>>;

/** The row of the opportunity once more, about somebody else: past everything of ours but the database. */
async function copyAbout(
  tx: Tx,
  { opportunityId }: Workspace,
  column: 'person_id' | 'organisation_id',
  value: string,
): Promise<void> {
  const changes = { id: v7(), external_key: null, [column]: value };
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = 'opportunity'::regclass and attnum > 0 and attgenerated = '' and not attisdropped`.execute(
    tx.db,
  );
  const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
  await sql`
    insert into opportunity (${columns}) select ${columns} from jsonb_populate_record(null::opportunity,
      (select to_jsonb(o) from opportunity o where id = ${opportunityId}) || ${JSON.stringify(changes)}::jsonb)`.execute(
    tx.db,
  );
}

describe('what stands on somebody', () => {
  let ours: Workspace;
  let theirs: Workspace;
  beforeAll(async () => {
    ours = await aWorkspace();
    theirs = await aWorkspace();
  });

  test('is refused where they are not there, or are of another workspace, whatever writes it', async () => {
    for (const { personId, organisationId } of [theirs, { personId: v7(), organisationId: v7() }]) {
      await expect(ours.inside((tx) => copyAbout(tx, ours, 'person_id', personId))).rejects.toMatchObject({
        code: '23503',
      });
      await expect(ours.inside((tx) => copyAbout(tx, ours, 'organisation_id', organisationId))).rejects.toMatchObject({
        code: '23503',
      });
      await expect(
        ours.rows(sql`update opportunity set person_id = ${personId} where id = ${ours.opportunityId}`),
      ).rejects.toMatchObject({ code: '23503' });
      await expect(
        ours.rows(sql`update opportunity set organisation_id = ${organisationId} where id = ${ours.opportunityId}`),
      ).rejects.toMatchObject({ code: '23503' });
      const link = (person: string, organisation: string) =>
        sql`insert into person_organisation (workspace_id, person_id, organisation_id) values (${ours.id}, ${person}, ${organisation})`;
      await expect(ours.rows(link(personId, ours.organisationId))).rejects.toMatchObject({ code: '23503' });
      await expect(ours.rows(link(ours.personId, organisationId))).rejects.toMatchObject({ code: '23503' });
      await expect(ours.rows(sql`update person_organisation set person_id = ${personId}`)).rejects.toMatchObject({
        code: '0A000',
      });
      await expect(
        ours.rows(sql`update person_organisation set organisation_id = ${organisationId}`),
      ).rejects.toMatchObject({ code: '0A000' });
    }
    expect(await ours.rows(sql`select person_id from opportunity`)).toEqual([{ person_id: ours.personId }]);
  });

  test('keeps them; where somebody was goes with them', async () => {
    const w = await aWorkspace();
    await expect(w.rows(sql`delete from person where id = ${w.personId}`)).rejects.toMatchObject({ code: '23503' });
    await w.rows(sql`update opportunity set organisation_id = ${w.organisationId}`);
    await expect(w.rows(sql`delete from organisation where id = ${w.organisationId}`)).rejects.toMatchObject({
      code: '23503',
    });
    expect(await w.rows(sql`select person_id from person_organisation`)).toHaveLength(1);
    await w.rows(sql`update opportunity set organisation_id = null`);
    await w.rows(sql`delete from organisation where id = ${w.organisationId}`);
    expect(await w.rows(sql`select person_id from person_organisation`)).toEqual([]);

    const other = await aWorkspace();
    await other.rows(sql`delete from opportunity`);
    await other.rows(sql`delete from person where id = ${other.personId}`);
    expect(await other.rows(sql`select person_id from person_organisation`)).toEqual([]);
  });

  test('is checked once a statement, and not by each row once more', async () => {
    const { rows } = await house().databases.app.query(
      `select conrelid::regclass::text || ' ' || confrelid::regclass::text as refers from pg_constraint
       where contype = 'f' and not conenforced order by 1`,
    );
    expect(rows.map((row) => row.refers)).toEqual([
      'opportunity organisation',
      'opportunity person',
      'person_organisation organisation',
      'person_organisation person',
    ]);
  });

  test('and who is deleted at the same moment waits for what is written, or what is written for them', async () => {
    const w = await aWorkspace();
    const written = gate();
    const deletes = gate();
    const [writing, deleting] = await Promise.allSettled([
      w.inside(async (tx) => {
        await copyAbout(tx, w, 'person_id', w.personId);
        written.open();
        await deletes.opened;
        await waitsForUs(tx);
      }),
      w.inside(async (tx) => {
        await written.opened;
        // Only the new one, which nobody but its own transaction sees yet, stands on them.
        await sql`delete from opportunity where id = ${w.opportunityId}`.execute(tx.db);
        deletes.open();
        await sql`delete from person where id = ${w.personId}`.execute(tx.db);
      }),
    ]);
    expect([writing.status, deleting]).toMatchObject(['fulfilled', { status: 'rejected', reason: { code: '23503' } }]);

    const other = await aWorkspace();
    const deleted = gate();
    const inserts = gate();
    const ends = await Promise.allSettled([
      other.inside(async (tx) => {
        await sql`delete from opportunity`.execute(tx.db);
        await sql`delete from person where id = ${other.personId}`.execute(tx.db);
        deleted.open();
        await inserts.opened;
        await waitsForUs(tx);
      }),
      other.inside(async (tx) => {
        await deleted.opened;
        inserts.open();
        await copyAbout(tx, other, 'person_id', other.personId);
      }),
    ]);
    expect(ends).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: '23503' } }]);
  });
});

function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Until another transaction waits for a lock of this one. */
async function waitsForUs(tx: Tx): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`.execute(
      tx.db,
    );
    if (rows[0]?.waits) return;
  }
}
