import { useTranslation } from 'react-i18next';
import { Clock3 } from 'lucide-react';
import type { OutboxEntry } from '../../offline/outbox-entry.ts';
import { Button } from '../../ui/button.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { stateOf, useEntryWords } from './entry-words.ts';
import { useTakeOut } from './use-take-out.ts';
import { useWhen } from './offline-bar.tsx';
import './pending-lines.css';

/** What was done here and the server does not know yet, each with its way back. `named`: says about whom. */
export function PendingLines({ entries, named = false }: { entries: readonly OutboxEntry[]; named?: boolean }) {
  const { t } = useTranslation('offline');
  const words = useEntryWords();
  const when = useWhen();
  const sheets = useSheets();
  const takeBack = useTakeOut();
  if (entries.length === 0) return null;
  return (
    <ul className="waits" aria-label={t('title')}>
      {entries.map((entry) => {
        const state = stateOf(entry);
        return (
          <li key={entry.id} className="waits__line">
            <Clock3 size={18} aria-hidden="true" />
            <div className="waits__what">
              <p>
                {named && <strong>{entry.name}: </strong>}
                {words(entry)}
              </p>
              <p className="muted small">
                {when(entry.at)} · {t(`state.${state}`)}
              </p>
            </div>
            {state === 'choose' && (
              <Button size="small" onClick={() => sheets.open({ kind: 'outbox' })}>
                {t('show')}
              </Button>
            )}
            {(state === 'waiting' || state === 'uncertain') && (
              <Button
                size="small"
                aria-label={t('takeOutFor', { name: entry.name })}
                onClick={() => void takeBack(entry.id)}
              >
                {t('takeOut')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A small sign in a list: something of this one waits. */
export function PendingBadge({ entries }: { entries: readonly OutboxEntry[] }) {
  const { t } = useTranslation('offline');
  const [first] = entries;
  if (!first) return null;
  return (
    <span className="badge waits__badge">
      <Clock3 size={13} aria-hidden="true" /> {t(`state.${stateOf(first)}`)}
    </span>
  );
}
