import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDays, Check, Ellipsis, Plus, Trash2, X } from 'lucide-react';
import type { Promise_, PromiseChanged } from '#contract/person';
import { api } from '../../data/client.ts';
import { useMayWrite } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { DayText } from '../../ui/texts.tsx';
import { MovePromiseSheet } from './move-promise-sheet.tsx';
import { PromiseSheet } from './promise-sheet.tsx';

type Props = {
  personId: string;
  promises: readonly Promise_[];
  opportunityId: string | null;
  /** They want no contact: Today says nothing of it. */
  objected: boolean;
};

/** What was promised, both ways, with its day. */
export function Promises({ personId, promises, opportunityId, objected }: Props) {
  const { t } = useTranslation('promise');
  const mayWrite = useMayWrite();
  const [adding, setAdding] = useState(false);
  const open = promises.filter((one) => one.state === 'open');
  const closed = promises.filter((one) => one.state !== 'open');
  return (
    <section className="card promises" aria-labelledby="promises">
      <header className="promises__head">
        <h2 id="promises">{t('heading')}</h2>
        {mayWrite && (
          <Button
            kind="quiet"
            size="small"
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        )}
      </header>
      {open.length === 0 && <p className="muted">{t('none')}</p>}
      <ul>
        {open.map((promise) => (
          <PromiseLine key={promise.id} promise={promise} />
        ))}
      </ul>
      {objected && open.length > 0 && <p className="muted small">{t('ofObjector')}</p>}
      <PromiseCounts closed={closed} />
      {closed.length > 0 && (
        <details>
          <summary className="muted small promises__fold">{t('closed', { count: closed.length })}</summary>
          <ul>
            {closed.map((promise) => (
              <li key={promise.id} className="promises__line muted">
                {promise.text} · {t(promise.state === 'kept' ? 'kept' : 'broken')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {adding && <PromiseSheet personId={personId} opportunityId={opportunityId} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** Kept of all that ended, each way. */
function PromiseCounts({ closed }: { closed: readonly Promise_[] }) {
  const { t } = useTranslation('relationship');
  const of = (by: Promise_['by']) => closed.filter((one) => one.by === by);
  const kept = (list: readonly Promise_[]) => list.filter((one) => one.state === 'kept').length;
  const [mine, theirs] = [of('me'), of('them')];
  const words = [
    ...(mine.length > 0 ? [t('promisesKept', { kept: kept(mine), all: mine.length })] : []),
    ...(theirs.length > 0 ? [t('promisesTheirs', { kept: kept(theirs), all: theirs.length })] : []),
  ];
  return words.length > 0 ? <p className="muted small">{words.join(' · ')}</p> : null;
}

function PromiseLine({ promise }: { promise: Promise_ }) {
  const { t } = useTranslation('promise');
  const mayWrite = useMayWrite();
  const settle = useAct({
    run: (state: 'kept' | 'broken') =>
      api.patch<PromiseChanged>(`/promises/${promise.id}`, { version: promise.version, state }),
    says: (_, state) => t(state === 'kept' ? 'keptDone' : 'brokenDone'),
    change: (out) => out.changeId,
  });
  const remove = useAct({
    run: () => api.remove<{ changeId: string }>(`/promises/${promise.id}`),
    says: () => t('removed'),
    change: (out) => out.changeId,
  });
  const [moving, setMoving] = useState(false);
  return (
    <li className="promises__line">
      <div className="promises__what">
        <p>{promise.text}</p>
        <p className="muted small">
          {t(promise.by)} · <DayText day={promise.dueOn} />
          {promise.moved > 0 && ` · ${t('moved', { count: promise.moved })}`}
        </p>
      </div>
      {mayWrite && (
        <>
          <Button
            size="small"
            icon={<Check size={16} aria-hidden="true" />}
            aria-label={t('keepOf', { text: promise.text })}
            busy={settle.isPending}
            onClick={() => settle.mutate('kept')}
          >
            {t('keep')}
          </Button>
          <Menu
            label={t('moreOf', { text: promise.text })}
            items={[
              {
                label: t('move'),
                icon: <CalendarDays size={18} aria-hidden="true" />,
                onSelect: () => setMoving(true),
              },
              { label: t('break'), icon: <X size={18} aria-hidden="true" />, onSelect: () => settle.mutate('broken') },
              {
                label: t('remove'),
                icon: <Trash2 size={18} aria-hidden="true" />,
                danger: true,
                onSelect: () => remove.mutate(undefined),
              },
            ]}
          >
            <Ellipsis size={18} aria-hidden="true" />
          </Menu>
        </>
      )}
      {moving && <MovePromiseSheet promise={promise} onClose={() => setMoving(false)} />}
    </li>
  );
}
