import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Moment, TimelineEntry } from '#contract/opportunity';
import type { Timeline as TimelinePage } from '#contract/person';
import { api } from '../../data/client.ts';
import { keys } from '../../data/keys.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { CorrectMomentSheet } from './correct-moment-sheet.tsx';
import { TimelineLine } from './timeline-line.tsx';
import './timeline.css';

type Props = {
  personId: string;
  first: readonly TimelineEntry[];
  cursor: string | null;
  /** Says of which opportunity each line is: only with several. */
  titled: boolean;
};

const filters = ['all', 'contacts', 'talks', 'notes', 'changes'] as const;
type Filter = (typeof filters)[number];

/** Of what is loaded; older ones come with "more". */
const matches: Record<Filter, (entry: TimelineEntry) => boolean> = {
  all: () => true,
  contacts: (entry) => entry.kind === 'moment' || entry.kind === 'inbound' || entry.kind === 'opening',
  talks: (entry) => entry.kind === 'moment' && entry.moment.conversation,
  notes: (entry) => (entry.kind === 'moment' ? entry.moment.note : entry.note) !== null,
  changes: (entry) => entry.kind !== 'moment' && entry.kind !== 'inbound' && entry.kind !== 'opening',
};
/** Fewer are seen at a glance. */
const fewest = 4;

/** What happened, newest first; the page brings the first part, the rest comes on demand. */
export function Timeline({ personId, first, cursor, titled }: Props) {
  const { t } = useTranslation(['timeline', 'ui']);
  const [shown, setShown] = useState<Filter>('all');
  const [correcting, setCorrecting] = useState<Moment | null>(null);
  const older = useInfiniteQuery({
    queryKey: [...keys.timeline(personId), cursor],
    queryFn: ({ pageParam, signal }) =>
      api.get<TimelinePage>(`/persons/${personId}/timeline`, { cursor: pageParam }, signal),
    initialPageParam: cursor ?? '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: false,
  });
  const entries = [...first, ...(older.data?.pages.flatMap((page) => page.items) ?? [])];
  const filtered = entries.filter(matches[shown]);
  const hasMore = older.data ? older.hasNextPage : cursor !== null;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline:heading')}</h2>
      {entries.length > fewest && (
        <Chips
          look="row"
          legend={t('timeline:show')}
          value={shown}
          options={filters.map((name) => ({ value: name, label: t(`timeline:filter.${name}`) }))}
          onChange={setShown}
        />
      )}
      {entries.length > 0 && filtered.length === 0 && <p className="muted">{t('timeline:noneShown')}</p>}
      {entries.length === 0 && <p className="muted">{t('timeline:none')}</p>}
      <ol className="timeline">
        {filtered.map((entry) => (
          <TimelineLine key={keyOf(entry)} entry={entry} titled={titled} onCorrect={setCorrecting} />
        ))}
      </ol>
      {hasMore && (
        <Button busy={older.isFetching} onClick={() => void (older.data ? older.fetchNextPage() : older.refetch())}>
          {t('ui:more')}
        </Button>
      )}
      {correcting && <CorrectMomentSheet moment={correcting} onClose={() => setCorrecting(null)} />}
    </section>
  );
}

function keyOf(entry: TimelineEntry): string {
  return entry.kind === 'moment' ? entry.moment.id : `${entry.kind} ${entry.at} ${entry.opportunityId ?? ''}`;
}
