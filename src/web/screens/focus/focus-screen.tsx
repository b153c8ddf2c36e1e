import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import type { Today } from '#contract/today';
import { useToday } from '../../data/use-today.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { nameOf } from '../opportunity/who-is.ts';
import { FocusCard } from '../today/focus-card.tsx';
import { useMinutes } from '../today/minutes-choice.ts';
import { usePlanKeys } from '../today/use-plan-keys.ts';
import { beginBlock, doneIn, keepBlock, moreMinutes, nextInBlock, type Block } from './block.ts';
import { BlockDone } from './block-done.tsx';
import { useBlock, useMinutesLeft, useWaitingSince } from './use-block.ts';
import './focus-screen.css';

/** One card at a time for half an hour: the next opens by itself, and it ends on what was done. */
export function FocusScreen() {
  const { t } = useTranslation('focus');
  const block = useBlock();
  const [minutes] = useMinutes();
  const { today, ...query } = useToday(minutes);
  const [ended, setEnded] = useState<Block | null>(null);
  const [, navigate] = useLocation();
  if (!today) {
    return (
      <Page title={t('title', { minutes: block?.minutes ?? 0 })}>
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height={280} />
        )}
      </Page>
    );
  }
  if (block) {
    return (
      <Running
        today={today}
        block={block}
        onEnd={() => {
          setEnded(block);
          keepBlock(null);
        }}
      />
    );
  }
  if (!ended) return <Redirect to="/" replace />;
  return (
    <BlockDone
      today={today}
      block={ended}
      onAgain={() => {
        setEnded(null);
        keepBlock(beginBlock(today, Date.now()));
      }}
      onLeave={() => navigate('/')}
    />
  );
}

function Running({ today, block, onEnd }: { today: Today; block: Block; onEnd: () => void }) {
  const { t } = useTranslation('focus');
  const left = useMinutesLeft(block);
  const waiting = useWaitingSince(block);
  // Who lies on top stays there while they are in the plan, also when another is worth more by now.
  const [current, setCurrent] = useState<string | null>(null);
  const item = nextInBlock(today, block, current);
  const id = item?.opportunity.id ?? null;
  if (id !== current) setCurrent(id);
  const done = doneIn(today, block).moments + waiting;
  const pass = () => item && keepBlock({ ...block, passed: [...block.passed, item.opportunity.id] });
  usePlanKeys(item ? [item] : []);
  // In a list j is the next line; here it is the next card.
  useKeys({
    j: item ? () => void pass() : undefined,
    // Of a menu that is open Escape closes the menu alone.
    Escape: () => void (document.querySelector(':popover-open') ?? onEnd()),
  });
  return (
    <Page
      title={t('title', { minutes: block.minutes })}
      about={
        <span className="number">
          {left > 0 ? t('left', { count: left }) : t('over', { minutes: block.minutes })}
          {done > 0 && ` · ${t('doneSoFar', { count: done })}`}
        </span>
      }
      acts={<Button onClick={onEnd}>{t('end')}</Button>}
    >
      {left === 0 && (
        <section className="notice focus-block__over" role="status">
          <p>{t('overBody')}</p>
          <Button size="small" onClick={() => keepBlock({ ...block, minutes: block.minutes + moreMinutes })}>
            {t('more', { minutes: moreMinutes })}
          </Button>
        </section>
      )}
      {/* Who cannot see that another card lies there hears it. */}
      <p className="only-read" role="status">
        {item ? t('now', { name: nameOf(item.opportunity) }) : t('nobodyLeft')}
      </p>
      {item ? (
        <>
          <FocusCard key={item.opportunity.id} item={item} gold={today.gold} selected={false} />
          <div className="focus-block__foot">
            {done === 0 && <p className="muted small">{t('noneYet')}</p>}
            <Button
              kind="quiet"
              aria-label={t('passFor', { name: nameOf(item.opportunity) })}
              onClick={() => void pass()}
            >
              {t('pass')}
            </Button>
          </div>
        </>
      ) : (
        <section className="card">
          <p>{t('nobodyLeft')}</p>
          <div className="state__acts">
            <Button kind="primary" onClick={onEnd}>
              {t('end')}
            </Button>
          </div>
        </section>
      )}
    </Page>
  );
}
