import type { Workspace } from './house.ts';

/**
 * Fills a workspace with outcomes of somebody who sells in the first contact and never after it, and who finds somebody new in no time: her own
 * figures say stop early. No experiments.
 */
export async function sellsAtOnce({ anOpportunity, aMoment, api }: Workspace): Promise<void> {
  const { version } = (await api.get('/settings')).body;
  const { status } = await api.patch('/settings', { version, acquisitionMinutes: 0, experimentShare: 0 });
  if (status !== 200) throw new Error(`The settings answered ${status}.`);
  for (let index = 0; index < 22; index += 1) {
    const { id } = await anOpportunity();
    await aMoment(id, index < 14 ? { outcome: 'bought', value: 250_000 } : { outcome: 'declined' });
  }
  for (let index = 0; index < 4; index += 1) {
    const { id } = await anOpportunity({ held: 11 });
    await api.post(`/opportunities/${id}/stop`, { saidNo: false, reason: 'no_response' });
  }
}
