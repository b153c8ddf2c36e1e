import type { CreateOpportunity, MomentLogged, Opportunity } from '#contract/opportunity';
import type { Static } from 'typebox';
import type { OpportunityCreated } from '#contract/opportunity';
import type { Basis, Channel } from '#core/opportunity/vocabulary';
import { api } from '../../data/client.ts';
import type { PersonLine } from './read-person-line.ts';

export type Spoken = {
  who: PersonLine;
  /** What was pasted with it and has no field: what they are, where. */
  more: string;
  about: string;
  keen: string;
  /** Null leaves it to the rhythm. */
  nextOn: string | null;
  /** How it went; null = not spoken yet. */
  outcome: 'spoke' | 'interested' | null;
  /** Where one knows them from; asked only when they have not spoken. */
  basis: Basis;
  channel: Channel;
  /** The same ids at another try, so that a retry counts once. */
  createKey: string;
  momentId: string;
};

export type SpokenSaved = { opportunity: Opportunity; changeId: string };

/** The opportunity, and when they spoke its first contact moment. */
export async function createSpoken(spoken: Spoken): Promise<SpokenSaved> {
  const { who, outcome } = spoken;
  const next = spoken.nextOn === null ? {} : { next: { on: spoken.nextOn } };
  const body: CreateOpportunity = {
    person: {
      name: who.name,
      ...(who.phone && { phone: who.phone }),
      ...(who.email && { email: who.email }),
      ...(who.linkedin && { linkedin: who.linkedin }),
      ...(spoken.more.trim() && { goodToKnow: spoken.more.trim() }),
      basis: outcome ? 'conversation' : spoken.basis,
    },
    ...(who.organisation && { organisation: who.organisation }),
    ...(spoken.about.trim() && { title: spoken.about.trim() }),
    ...(spoken.keen.trim() && { keen: spoken.keen.trim() }),
    ...next,
  };
  const created = await api.post<Static<typeof OpportunityCreated>>('/opportunities', body, spoken.createKey);
  if (outcome === null) return { opportunity: created, changeId: created.changeId };
  const logged = await api.post<MomentLogged>(
    `/opportunities/${created.id}/moments`,
    { channel: spoken.channel, outcome, clientId: spoken.momentId, ...next },
    spoken.momentId,
  );
  return { opportunity: logged.opportunity, changeId: logged.changeId };
}
