import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inWorkspace } from '#db/transaction';
import { objectIn, objectPerson } from '#usecases/person/change-person';
import { queueMessage, queueMessages } from '#usecases/outbox/queue-message';
import type { PostOffice } from '#usecases/outbox/post-office';
import { startOfTests, type Workspace } from '#tests/support/house';
import { type Arrived, type FakeSmtp, fakeSmtp, type Manner } from '#tests/support/mail/fake-smtp';
import { aMessage, aPostOffice, hostAddress, outboxOf, queueFor, transportTo } from '#tests/support/mail/post';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let smtp: FakeSmtp;
let office: PostOffice;
const troubles: unknown[] = [];

beforeAll(async () => {
  smtp = await fakeSmtp();
});
beforeEach(() => {
  house().setNow(startOfTests);
  smtp.manners.clear();
  smtp.arrived.length = 0;
  office = aPostOffice(house(), transportTo(smtp), troubles);
});
afterEach(async () => {
  await office.close();
  expect(troubles.splice(0)).toEqual([]);
});
afterAll(() => smtp.close());

/** The database is shared: what another test left waiting may come due here. */
async function arrivedFor(workspace: Workspace): Promise<Arrived[]> {
  const own = new Set((await outboxOf(workspace)).map((mail) => mail.to_address));
  return smtp.arrived.filter((mail) => own.has(mail.to));
}

const minutes = (count: number) => house().setNow(new Date(house().now().getTime() + count * 60_000));

describe('a message', () => {
  test('leaves once, with an id that is its own, and is seen as sent', async () => {
    const workspace = await house().aWorkspace({ workspace: 'Bakkerij Zon' });
    const queued = await queueFor(workspace, { to: { name: 'Bram', address: 'bram@example.com' }, subject: 'Les één' });
    await office.pass();
    await office.pass();
    const [arrived] = smtp.to('bram@example.com');
    expect(await arrivedFor(workspace)).toHaveLength(1);
    expect(arrived?.messageId).toBe(`<${queued.id}@aanhouder.example>`);
    const read = await PostalMime.parse(arrived?.raw ?? '');
    expect(read).toMatchObject({ subject: 'Les één', from: { name: 'Bakkerij Zon', address: hostAddress } });
    expect(await outboxOf(workspace)).toMatchObject([
      { state: 'sent', attempts: 1, answer: expect.stringContaining('250') },
    ]);
  });

  test('of a member goes in their name, and the answer comes to them', async () => {
    const workspace = await house().aWorkspace({ name: 'Anna Bakker', workspace: 'Bakkerij Zon' });
    await workspace.api.get('/me');
    await inWorkspace(house().databases, workspace.id, (tx) =>
      tx.db.updateTable('member').set({ email: 'anna@zon.example' }).where('workspace_id', '=', workspace.id).execute(),
    );
    await queueFor(workspace, { kind: 'personal', memberId: workspace.memberId });
    await office.pass();
    const read = await PostalMime.parse((await arrivedFor(workspace))[0]?.raw ?? '');
    expect(read.from).toEqual({ name: 'Anna Bakker (Bakkerij Zon)', address: hostAddress });
    expect(read.replyTo).toEqual([{ name: 'Anna Bakker', address: 'anna@zon.example' }]);
    expect(read.headers.some((one) => one.key === 'auto-submitted')).toBe(false);
  });

  test('of the same cause is written once, also by two at the same time', async () => {
    const workspace = await house().aWorkspace();
    const both = await Promise.all([
      queueFor(workspace, { cause: 'lesson:1' }),
      queueFor(workspace, { cause: 'lesson:1' }),
    ]);
    const third = await queueFor(workspace, { cause: 'lesson:1' });
    expect(both.map((one) => one.kind).toSorted()).toEqual(['present', 'queued']);
    expect(new Set([...both, third].map((one) => one.id)).size).toBe(1);
    expect(await outboxOf(workspace)).toHaveLength(1);
  });

  test('whose transaction is undone was never there', async () => {
    const workspace = await house().aWorkspace();
    const { context } = workspace;
    await expect(
      inWorkspace(context.databases, workspace.id, async (tx) => {
        await queueMessage(tx, context, aMessage());
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await office.pass();
    expect(await outboxOf(workspace)).toEqual([]);
  });

  test('wakes the sender by itself once it is committed', async () => {
    const workspace = await house().aWorkspace();
    await queueFor(workspace, { to: { name: null, address: 'wakker@example.com' } });
    await expect.poll(() => smtp.to('wakker@example.com').length).toBe(1);
    await expect.poll(async () => (await outboxOf(workspace))[0]?.state).toBe('sent');
  });

  test.each([
    [{ to: { name: null, address: 'geen adres' } }, 'to.address'],
    [{ to: { name: 'Bram\r\nBcc: kwaad@example.com', address: 'bram@example.com' } }, 'to.name'],
    [{ subject: 'Hallo\nBcc: kwaad@example.com' }, 'subject'],
    [{ text: 'a\u0000b' }, 'text'],
    [{ unsubscribeUrl: 'javascript:alert(1)' }, 'unsubscribeUrl'],
    [{ inReplyTo: '<a@b> <c@d>' }, 'inReplyTo'],
    [{ references: '<a@b>\r\nBcc: x' }, 'references'],
  ])('that is unfit is refused before it is written: %j', async (wish, at) => {
    const workspace = await house().aWorkspace();
    await expect(queueFor(workspace, wish)).rejects.toMatchObject({ code: 'message_unfit', at });
    expect(await outboxOf(workspace)).toEqual([]);
  });

  test('to a domain of other letters goes by its name in ASCII', async () => {
    const workspace = await house().aWorkspace();
    await queueFor(workspace, { to: { name: null, address: 'bram@bäckerei.example' } });
    await office.pass();
    expect(await outboxOf(workspace)).toMatchObject([{ to_address: 'bram@xn--bckerei-5wa.example', state: 'sent' }]);
  });
});

describe('when the server', () => {
  let tried = 0;
  const one = async (manner: Manner, kind: 'promotional' | 'sign_in') => {
    const workspace = await house().aWorkspace();
    const address = `tried${(tried += 1)}@example.com`;
    smtp.manners.set(address, manner);
    await queueFor(workspace, { kind, to: { name: null, address } });
    await office.pass();
    return workspace;
  };

  test('is busy, it is tried again after a while, with its words to read', async () => {
    const workspace = await one('later', 'promotional');
    expect(await outboxOf(workspace)).toMatchObject([
      { state: 'queued', reason: 'try_again', answer: expect.stringContaining('4.7.1 Greylisted'), attempts: 1 },
    ]);
    smtp.manners.clear();
    await office.pass();
    expect(await arrivedFor(workspace)).toEqual([]);
    minutes(1);
    await office.pass();
    expect(await arrivedFor(workspace)).toHaveLength(1);
    expect(await outboxOf(workspace)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  test.each(['refuse', 'refuse_receiver'] as const)(
    'refuses (%s), it failed with the words of the server',
    async (manner) => {
      const workspace = await one(manner, 'promotional');
      expect(await outboxOf(workspace)).toMatchObject([
        { state: 'failed', reason: 'server_refused', answer: expect.stringMatching(/^5\d\d 5\.\d\.1 /) },
      ]);
    },
  );

  test('breaks the line before the message, nothing was sent and it is tried again', async () => {
    const workspace = await one('drop_before', 'promotional');
    expect(await outboxOf(workspace)).toMatchObject([{ state: 'queued', reason: 'try_again' }]);
  });

  test.each(['drop_in_data', 'drop_after'] as const)(
    'breaks the line after it (%s), a series mail is uncertain and stays so',
    async (manner) => {
      const workspace = await one(manner, 'promotional');
      expect(await outboxOf(workspace)).toMatchObject([{ state: 'uncertain', reason: 'line_broke' }]);
      smtp.manners.clear();
      minutes(60);
      await office.pass();
      expect(await arrivedFor(workspace)).toHaveLength(manner === 'drop_after' ? 1 : 0);
    },
  );

  test('breaks the line after a sign-in, it is sent once more and no third time', async () => {
    const workspace = await one('drop_after', 'sign_in');
    await office.pass();
    await office.pass();
    const arrived = await arrivedFor(workspace);
    expect(arrived).toHaveLength(2);
    expect(new Set(arrived.map((mail) => mail.messageId)).size).toBe(1);
    expect(await outboxOf(workspace)).toMatchObject([{ state: 'uncertain', text: '' }]);
  });
});

test('without a server everything waits, and nothing is lost', async () => {
  const workspace = await house().aWorkspace();
  const closed = aPostOffice(house(), { senderFor: async () => null, close() {} });
  await office.close();
  await queueFor(workspace);
  await closed.pass();
  await closed.close();
  expect(await outboxOf(workspace)).toMatchObject([{ state: 'queued', attempts: 0 }]);
});

test('at night series and personal mail wait until the morning, and signing in does not', async () => {
  house().setNow('2026-11-24T22:00:00Z');
  const workspace = await house().aWorkspace();
  await queueFor(workspace);
  await queueFor(workspace, { kind: 'personal', memberId: workspace.memberId });
  await queueFor(workspace, { kind: 'sign_in', to: { name: null, address: 'nacht@example.com' } });
  await office.pass();
  expect((await arrivedFor(workspace)).map((mail) => mail.to)).toEqual(['nacht@example.com']);
  expect(await outboxOf(workspace)).toMatchObject([
    { state: 'queued', reason: 'quiet_hours', send_after: new Date('2026-11-25T07:00:00Z') },
    { state: 'queued', reason: 'quiet_hours' },
    { state: 'sent' },
  ]);
  house().setNow('2026-11-25T07:00:00Z');
  await office.pass();
  expect(await arrivedFor(workspace)).toHaveLength(3);
});

test('a mailbox sends so many a minute, and the rest after it', async () => {
  const workspace = await house().aWorkspace();
  const { context } = workspace;
  await inWorkspace(context.databases, workspace.id, (tx) =>
    queueMessages(
      tx,
      context,
      Array.from({ length: 50 }, () => aMessage({ kind: 'personal', memberId: workspace.memberId })),
    ),
  );
  await office.pass();
  expect(await arrivedFor(workspace)).toHaveLength(20);
  expect((await outboxOf(workspace)).filter((mail) => mail.reason === 'pace')).toHaveLength(30);
  minutes(1);
  await office.pass();
  minutes(1);
  await office.pass();
  expect(await arrivedFor(workspace)).toHaveLength(50);
  expect(new Set((await arrivedFor(workspace)).map((mail) => mail.messageId)).size).toBe(50);
});

test('two senders on one database send each once', async () => {
  const workspace = await house().aWorkspace();
  const { context } = workspace;
  const other = aPostOffice(house(), transportTo(smtp), troubles);
  await inWorkspace(context.databases, workspace.id, (tx) =>
    queueMessages(
      tx,
      context,
      Array.from({ length: 120 }, () => aMessage()),
    ),
  );
  await Promise.all([office.pass(), other.pass()]);
  await Promise.all([office.pass(), other.pass()]);
  await other.close();
  const arrived = await arrivedFor(workspace);
  expect(arrived).toHaveLength(120);
  expect(new Set(arrived.map((mail) => mail.to)).size).toBe(120);
});

describe('permission, asked again when it goes', () => {
  test('who objected in between is not mailed, and the reason stands there', async () => {
    const workspace = await house().aWorkspace();
    const { person } = await workspace.anOpportunity();
    const personId = person?.id ?? '';
    house().setNow('2026-11-24T22:00:00Z');
    await queueFor(workspace, { kind: 'personal', personId, purpose: 'promo', memberId: workspace.memberId });
    await office.pass();
    await objectPerson(workspace.context, personId);
    house().setNow('2026-11-25T08:00:00Z');
    await office.pass();
    expect(await arrivedFor(workspace)).toEqual([]);
    expect(await outboxOf(workspace)).toMatchObject([
      { state: 'blocked', reason: 'objected', answer: 'all.objection' },
    ]);
  });

  test('who stands on the list of objections by their address alone is not mailed either', async () => {
    const workspace = await house().aWorkspace();
    const { id } = await workspace.aPerson({ email: 'weg@example.com' });
    await objectPerson(workspace.context, id);
    await queueFor(workspace, { to: { name: null, address: 'weg@example.com' } });
    await queueFor(workspace, { kind: 'service', to: { name: null, address: 'weg@example.com' } });
    await office.pass();
    expect(await outboxOf(workspace)).toMatchObject([{ state: 'blocked', reason: 'suppressed' }, { state: 'sent' }]);
  });

  test('an objection is either before the mail or after it, a thousand times over', async () => {
    const workspace = await house().aWorkspace();
    const { context } = workspace;
    const ids = Array.from({ length: 1000 }, () => context.newId());
    const proofs = JSON.stringify([
      {
        id: ids[0],
        kind: 'consent',
        channels: ['email'],
        purposes: ['promo'],
        from: '2026-11-01',
        until: null,
        confirmed: true,
      },
    ]);
    await inWorkspace(context.databases, workspace.id, async (tx) => {
      await sql`
        insert into person (workspace_id, id, name, name_key, sort_key, created_on, email, email_key, proofs)
        select ${tx.workspaceId}, id, 'Bram', 'bram', 'bram', '2026-11-01', id || '@example.com', id || '@example.com', ${proofs}::jsonb
        from unnest(${ids}::uuid[]) as id`.execute(tx.db);
      await queueMessages(
        tx,
        context,
        ids.map((personId) =>
          aMessage({ personId, purpose: 'promo', to: { name: null, address: `${personId}@example.com` } }),
        ),
      );
    });
    // Neither runs ahead of the other for long.
    let objections = 0;
    let mails = 0;
    const waiting = new Set<() => void>();
    const step = () => [...waiting].forEach((go) => go());
    const until = (ready: () => boolean) =>
      new Promise<void>((resolve) => {
        const go = () => {
          if (!ready()) return;
          waiting.delete(go);
          resolve();
        };
        waiting.add(go);
        go();
      });
    const crowd = aPostOffice(
      house(),
      {
        close() {},
        senderFor: async () => ({
          from: { name: null, address: hostAddress },
          own: false,
          async hand() {
            await until(() => objections >= Math.min(mails, ids.length - 1));
            mails += 1;
            step();
            return { kind: 'sent', answer: '250 Ok' };
          },
        }),
      },
      troubles,
    );
    await office.close();
    const seen = new Map<string, string>();
    // Those who come first in the queue object last, so that the two meet in the middle and cross all the way.
    const order = ids.map((_, at) => ids[(at * 617 + 300) % ids.length] ?? '');
    const next = order.values();
    const objecting = async () => {
      for (const personId of next) {
        await inWorkspace(context.databases, workspace.id, async (tx) => {
          await objectIn(tx, context, personId);
          // The person is locked: what stands here now is what the objection came before, or after. Queued: it is being claimed, and that waits.
          const row = await tx.db
            .selectFrom('outbox')
            .select('state')
            .where('workspace_id', '=', workspace.id)
            .where('person_id', '=', personId)
            .executeTakeFirstOrThrow();
          seen.set(personId, row.state);
        });
        objections += 1;
        step();
      }
    };
    await Promise.all([crowd.pass(), objecting(), objecting(), objecting()]);
    await crowd.pass();
    await crowd.close();
    const states = await inWorkspace(context.databases, workspace.id, (tx) =>
      tx.db
        .selectFrom('outbox')
        .select(['person_id', 'state', 'reason'])
        .where('workspace_id', '=', workspace.id)
        .execute(),
    );
    const wrong = states.filter(
      ({ person_id: personId, state }) =>
        ['queued', 'blocked'].includes(seen.get(personId ?? '') ?? '') !== (state === 'blocked'),
    );
    expect(wrong).toEqual([]);
    expect(states.filter(({ state }) => state !== 'blocked' && state !== 'sent')).toEqual([]);
    expect(states.filter(({ state }) => state === 'sent').length).toBeGreaterThan(100);
    expect(states.filter(({ state }) => state === 'blocked').length).toBeGreaterThan(100);
    expect(mails).toBe(states.filter(({ state }) => state === 'sent').length);
  });
});
