import { useQuery } from '@tanstack/react-query';
import type { Person } from '#contract/person';
import { relationshipQuery } from '../../data/relationship.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { ConnectionsCard } from './connections-card.tsx';
import { DaysCard } from './days-card.tsx';
import { RhythmLine } from './rhythm-line.tsx';
import { Strength } from './strength.tsx';
import { TagsCard } from './tags-card.tsx';
import './relationship.css';

/** Days to remember and who knows whom, below what was promised. */
export function RelationshipCards({ person }: { person: Person }) {
  const query = useQuery(relationshipQuery(person.id));
  if (query.isPending) return <Skeleton height={120} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <DaysCard personId={person.id} days={query.data.days} />
      <ConnectionsCard person={person} connections={query.data.connections} brought={query.data.brought} />
    </>
  );
}

/** Beside it: tags, and how strong the relationship is. */
export function RelationshipAside({ person }: { person: Person }) {
  const { data } = useQuery(relationshipQuery(person.id));
  if (!data) return <Skeleton height={120} />;
  return (
    <>
      <TagsCard person={person} tags={data.tags} />
      <Strength relationship={data} />
    </>
  );
}

/** In the card of keeping in touch: the rhythm, and what this time may be for. */
export function CareRhythm({ person }: { person: Person }) {
  const { data } = useQuery(relationshipQuery(person.id));
  if (!data) return null;
  return <RhythmLine person={person} act={data.act} tagged={data.tags.some((tag) => tag.everyWeeks !== null)} />;
}
