import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Moment, TimelineEntry } from '#contract/opportunity';
import type { Timeline as TimelinePage } from '#contract/person';
import { api } from '../../data/client.ts';
import { keys } from '../../data/keys.ts';
import { Button } from '../../ui/button.tsx';
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

/** What happened, newest first; the page brings the first part, the rest comes on demand. */
export function Timeline({ personId, first, cursor, titled }: Props) {
  const { t } = useTranslation(['timeline', 'ui']);
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
  const hasMore = older.data ? older.hasNextPage : cursor !== null;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline:heading')}</h2>
      {entries.length === 0 && <p className="muted">{t('timeline:none')}</p>}
      <ol className="timeline">
        {entries.map((entry) => (
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
