import type { Opportunity, OpportunityList } from '#contract/opportunity';
import type { PersonPage } from '#contract/person';
import type { Today } from '#contract/today';
import { api } from '../data/client.ts';
import { connectionNow } from './connection.ts';
import { keptAnswer, mostPersons } from './kept.ts';
import { scope } from './whose.ts';

const beginAfterMs = 5000;
/** A page of which nothing was changed is asked again after this all the same: its promises and notes have no version here. */
const freshForMs = 20 * 3_600_000;
/** Today is asked again after every act; the days after it need not be. */
const againAfterMs = 10 * 60_000;
let fetchedAt = 0;
let planned: ReturnType<typeof setTimeout> | undefined;

/** Today is on the screen: the people of it and of the days after it are fetched while nobody waits, one after the other. */
export function fetchAhead(today: Today): void {
  clearTimeout(planned);
  if (!connectionNow().reachable || savesData() || Date.now() - fetchedAt < againAfterMs) return;
  planned = setTimeout(() => void fetchPersons(today), beginAfterMs);
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

async function fetchPersons(today: Today): Promise<void> {
  const whose = scope();
  const assigneeId = whose?.split(' ')[1];
  if (assigneeId === undefined) return;
  try {
    await api.get<OpportunityList>('/today/later');
    const items = [...today.items, ...today.rest].map((item) => item.opportunity);
    for (const personId of await staleOf([...items, ...(await comingDays(assigneeId))])) {
      // Left, or somebody else: no more.
      if (!connectionNow().reachable || scope() !== whose) return;
      await api.get<PersonPage>(`/persons/${personId}`);
    }
    fetchedAt = Date.now();
  } catch {
    // Not now: at the next Today.
  }
}

/** One's own by the day of their next moment. */
async function comingDays(assigneeId: string): Promise<readonly Opportunity[]> {
  const query = { state: 'open', sort: 'next', assigneeId, limit: mostPersons };
  return (await api.get<OpportunityList>('/opportunities', query)).items;
}

/** The persons of which no page is kept, or an older one than what is known by now; as many as are kept at all. */
async function staleOf(opportunities: readonly Opportunity[]): Promise<string[]> {
  const persons = new Map<string, Opportunity[]>();
  for (const one of opportunities) {
    if (one.person) persons.set(one.person.id, [...(persons.get(one.person.id) ?? []), one]);
  }
  const stale: string[] = [];
  for (const [id, known] of [...persons].slice(0, mostPersons)) {
    const kept = await keptAnswer(`/persons/${id}`);
    const page = kept?.data as PersonPage | undefined;
    const isThere = (one: Opportunity) =>
      page?.opportunities.some(({ id: other, version }) => other === one.id && version >= one.version);
    if (!kept || Date.now() - kept.at > freshForMs || !known.every(isThere)) stale.push(id);
  }
  return stale;
}
