import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import type { Revive } from '#contract/mirror';
import { saysSomething } from '#core/import/last-words';
import { useMayWrite } from '../../data/me.ts';
import { bestOfListQuery, type ReviveItem } from '../../data/revive.ts';
import { ButtonTo } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { channelOf } from '../revive/channel-of.ts';
import { AfterImport } from './after-import.tsx';
import { BeginThree } from './begin-three.tsx';
import { ResultLines } from './result-lines.tsx';

/** How many one begins with, and among how many of the best they are looked for. */
const few = 3;
const best = 30;

/** The best of whom there are last words that say something, and a number or address; only then the others. */
function beginWith(items: readonly ReviveItem[]): ReviveItem[] {
  const lacking = (item: ReviveItem) =>
    (channelOf(item) === undefined ? 2 : 0) + (saysSomething(item.opportunity.lastWords ?? '') ? 0 : 1);
  return items.toSorted((a, b) => lacking(a) - lacking(b)).slice(0, few);
}

/** The page that the first five minutes lead to: who was let go, and with whom to begin. */
export function FirstFive({ found }: { found: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const query = useQuery(bestOfListQuery(found.id, best));
  // Whom one begins with stays on the page while one works on them, although the list itself moves on.
  const [first, setFirst] = useState<Revive | null>(null);
  if (!first && query.data) setFirst({ ...query.data, items: beginWith(query.data.items) });

  if (query.isPending) return <Skeleton height={200} rows={3} gap={16} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!first || first.items.length === 0) return <AfterImport found={found} />;
  return (
    <div className="first">
      <header>
        <h2 className="first__title">
          {t('firstTitle', {
            count: first.neverSaidNo,
            n: format.number(first.letGo),
            never: format.number(first.neverSaidNo),
          })}
        </h2>
        <p className="first__begin">
          {t('firstBegin', {
            count: first.items.length,
            number: first.items.length === 3 ? t('number.n3') : t('number.n2'),
          })}
        </p>
      </header>
      <BeginThree items={first.items} still={query.data.items} stillAt={query.dataUpdatedAt} mayWrite={mayWrite} />
      <div className="first__on">
        <ButtonTo to="/revive">{t('restRevive')}</ButtonTo>
        <ButtonTo to="/mirror">{t('toMirror')}</ButtonTo>
      </div>
      <ResultLines found={found} />
    </div>
  );
}
