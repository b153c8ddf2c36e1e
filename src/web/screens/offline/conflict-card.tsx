import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { api } from '../../data/client.ts';
import { opportunityQuery, opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import type { LogEntry, NoteEntry, PlanEntry } from '../../offline/deliver.ts';
import { sendAgain, takeOut } from '../../offline/outbox.ts';
import type { OutboxEntry } from '../../offline/outbox-entry.ts';
import type { PersonPage } from '#contract/person';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useSheets } from '../shell/sheets.tsx';
import { useEntryWords } from './entry-words.ts';
import { useWhen } from './offline-bar.tsx';
import './conflict-card.css';

/** One that the server did not take, as another had been there: both stand there, and the user decides. */
export function ConflictCard({ entry }: { entry: OutboxEntry }) {
  if (entry.kind === 'note') return <NoteConflict entry={entry} />;
  return <OpportunityConflict entry={entry} />;
}

function OpportunityConflict({ entry }: { entry: LogEntry | PlanEntry }) {
  const { t } = useTranslation(['offline', 'words', 'problem']);
  const format = useFormat();
  const sheets = useSheets();
  // As it is now, not as it was when the server refused.
  const present = useQuery({ ...opportunityQuery(entry.recordId), staleTime: 0 }).data ?? factOf(entry);
  const revive = useAct({
    run: () => opportunityActs.revive(entry.recordId, {}),
    quiet: true,
  });
  const code = entry.refusal?.code;
  const ended = present?.state !== 'open' && present !== undefined;
  const { name } = entry;
  const why = ended
    ? t('offline:conflict.ended', { name })
    : code === 'held_conflict'
      ? t('offline:conflict.held', { name })
      : code === 'version_conflict'
        ? t('offline:conflict.plan', { name })
        : t('offline:conflict.other', { name, reason: t(`problem:${code ?? 'internal'}`) });
  const next = present?.nextMoment;
  const there = !present
    ? t('offline:thereNothing')
    : ended
      ? t('offline:thereEnded')
      : t('offline:thereHeld', {
          count: present.held,
          next: next ? `${format.day(next.on)}, ${t(`words:channel.${next.channel}`)}` : '',
        });
  return (
    <Card entry={entry} why={why} there={there}>
      {present && ended && present.state === 'stopped' && entry.kind === 'log' && (
        <Button
          kind="primary"
          busy={revive.isPending}
          onClick={() =>
            revive.mutate(undefined, { onSuccess: ({ opportunity }) => void sendAgain(standingOn(entry, opportunity)) })
          }
        >
          {t('offline:reviveAndLog')}
        </Button>
      )}
      {present && !ended && entry.kind === 'log' && code === 'held_conflict' && (
        <Button kind="primary" onClick={() => void sendAgain(standingOn(entry, present))}>
          {t('offline:logAs', { number: present.held + 1 })}
        </Button>
      )}
      {present && !ended && entry.kind === 'plan' && code === 'version_conflict' && (
        <Button kind="primary" onClick={() => void sendAgain(standingOn(entry, present))}>
          {t('offline:planMine')}
        </Button>
      )}
      {present && !ended && code !== 'held_conflict' && code !== 'version_conflict' && (
        <Button
          kind="primary"
          onClick={() =>
            sheets.open(
              entry.kind === 'plan'
                ? { kind: 'plan', opportunity: present, entryId: entry.id }
                : { kind: 'log', opportunity: present, draft: draftOf(entry), entryId: entry.id },
            )
          }
        >
          {t('offline:adjust')}
        </Button>
      )}
    </Card>
  );
}

function factOf({ refusal }: OutboxEntry): Opportunity | undefined {
  const fact = refusal?.facts?.['opportunity'];
  return fact ? (fact as Opportunity) : undefined;
}

function standingOn(entry: LogEntry | PlanEntry, present: Opportunity): OutboxEntry {
  if (entry.kind === 'log') return { ...entry, body: { ...entry.body, expectedHeld: present.held } };
  return {
    ...entry,
    body: { ...entry.body, version: present.version },
    seen: { held: present.held, next: present.nextMoment },
  };
}

function draftOf({ body }: LogEntry) {
  return {
    channel: body.channel,
    note: body.note ?? '',
    minutes: body.minutes ?? null,
    nextOn: null,
    happenedOn: body.happenedOn ?? null,
  };
}

function NoteConflict({ entry }: { entry: NoteEntry }) {
  const { t } = useTranslation('offline');
  const page = useQuery({
    queryKey: ['person', entry.recordId, 'now'],
    queryFn: () => api.getFresh<PersonPage>(`/persons/${entry.recordId}`),
    staleTime: 0,
  }).data;
  const present = page?.person;
  const mine = entry.body[entry.field] ?? '';
  const there = present ? (present[entry.field] ?? '') : String(entry.refusal?.facts?.['text'] ?? '');
  const send = (text: string) => {
    if (!present) return;
    const body = { version: present.version, [entry.field]: text };
    void sendAgain({ ...entry, seen: present[entry.field], body });
  };
  return (
    <Card
      entry={entry}
      why={t('conflict.note', { name: entry.name })}
      there={there === '' ? t('thereNothing') : there}
      yours={mine === '' ? t('thereNothing') : mine}
    >
      {present && mine !== '' && there !== '' && (
        <Button kind="primary" onClick={() => send(`${there}\n${mine}`)}>
          {t('noteBoth')}
        </Button>
      )}
      {present && <Button onClick={() => send(mine)}>{t('noteMine')}</Button>}
    </Card>
  );
}

function Card({
  entry,
  why,
  there,
  yours,
  children,
}: {
  entry: OutboxEntry;
  why: string;
  there: string;
  yours?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('offline');
  const words = useEntryWords();
  const when = useWhen();
  const note = entry.kind === 'log' ? entry.body.note : undefined;
  return (
    <section className="conflict" aria-label={why}>
      <p>
        <strong>{why}</strong>
      </p>
      <dl className="conflict__both">
        <div>
          <dt>{t('yours', { when: when(entry.at) })}</dt>
          <dd>
            {yours ?? words(entry)}
            {note && <span className="muted"> “{note}”</span>}
          </dd>
        </div>
        <div>
          <dt>{t('there')}</dt>
          <dd>{there}</dd>
        </div>
      </dl>
      <div className="conflict__acts">
        {children}
        <Button onClick={() => void takeOut(entry.id)}>{t('throwAway')}</Button>
      </div>
    </section>
  );
}
