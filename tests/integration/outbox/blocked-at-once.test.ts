import { beforeEach, expect, test } from 'vitest';
import { objectPerson } from '#usecases/person/change-person';
import { startOfTests } from '#tests/support/house';
import { outboxOf, queueFor } from '#tests/support/mail/post';
import { useHouse } from '#tests/support/use-house';

/* What waits and may not go any more says so before the sender comes to it (docs/permission.md). */
const house = useHouse();
beforeEach(() => house().setNow(startOfTests));

test('what waits for who objects stands as blocked at once, and waits again when that was a mistake and its time has not come', async () => {
  const workspace = await house().aWorkspace();
  const { person } = await workspace.anOpportunity();
  const personId = person?.id ?? '';
  const tomorrow = new Date('2026-11-25T09:00:00Z');
  const own = { kind: 'personal', personId, purpose: 'promo', memberId: workspace.memberId } as const;
  await queueFor(workspace, { ...own, sendAfter: tomorrow });
  await queueFor(workspace, { ...own, sendAfter: new Date('2026-11-24T09:30:00Z') });
  await queueFor(workspace, { ...own, kind: 'service', purpose: 'service', sendAfter: tomorrow });
  const standing = async () => (await outboxOf(workspace)).map(({ state, reason }) => [state, reason]);
  await objectPerson(workspace.context, personId);
  expect(await standing()).toEqual([
    ['blocked', 'objected'],
    ['blocked', 'objected'],
    ['queued', 'planned'],
  ]);
  house().setNow('2026-11-24T10:00:00Z');
  expect((await workspace.api.post(`/persons/${personId}/undo`)).status).toBe(200);
  expect(await standing()).toEqual([
    ['queued', 'planned'],
    ['blocked', 'objected'],
    ['queued', 'planned'],
  ]);
});

test('so it is when a talk brings the objection, a consent is withdrawn, or what is kept of them is restricted', async () => {
  const workspace = await house().aWorkspace();
  const { api, anOpportunity, aPerson } = workspace;
  const sendAfter = new Date('2026-11-25T09:00:00Z');
  const waits = (personId: string) =>
    queueFor(workspace, { kind: 'personal', personId, purpose: 'promo', memberId: workspace.memberId, sendAfter });
  const standing = async (personId: string) =>
    (await api.get(`/outbox?personId=${personId}`)).body.items.map((mail: { state: string; reason: string }) => [
      mail.state,
      mail.reason,
    ]);
  const one = await anOpportunity();
  const talked = one.person?.id ?? '';
  await waits(talked);
  const { changeId } = (
    await api.post(`/opportunities/${one.id}/moments`, { channel: 'call', outcome: 'do_not_contact' })
  ).body;
  expect(await standing(talked)).toEqual([['blocked', 'objected']]);
  await api.post(`/changes/${changeId}/undo`);
  expect(await standing(talked)).toEqual([['queued', 'planned']]);
  await api.post(`/persons/${talked}/restrict`);
  expect(await standing(talked)).toEqual([['blocked', 'restricted']]);
  await api.post(`/persons/${talked}/restriction/end`);
  expect(await standing(talked)).toEqual([['queued', 'planned']]);

  const { id } = await aPerson({ basis: 'event', legalForm: 'consumer', email: 'ja@example.com' });
  const { consent } = (
    await api.post(`/persons/${id}/consents`, {
      channels: ['email'],
      wording: 'Mag ik je mailen?',
      wordingVersion: '1',
      language: 'nl',
      how: 'talk',
    })
  ).body;
  await waits(id);
  await api.post(`/consents/${consent.id}/withdraw`, {});
  expect(await standing(id)).toEqual([['blocked', 'needs_consent']]);
});
