import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardColumn as Column } from '#contract/board';
import type { Opportunity } from '#contract/opportunity';
import { type BoardWish, columnQuery } from '../../data/board.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useWindow } from '../../ui/use-window.ts';
import { BoardCard, cardHeight } from './board-card.tsx';
import type { Target } from './use-move.ts';

const gap = 8;

type Props = {
  wish: BoardWish;
  column: Column;
  title: string;
  empty: string;
  over: boolean;
  liftedId: string | null;
  targetsOf: (card: Opportunity) => readonly Target[];
  onMove: (card: Opportunity, key: string) => void;
  onPointerDown: (card: Opportunity) => (event: PointerEvent<HTMLElement>) => void;
};

/** One column: what stands in it in words, and of its cards those that are seen; it goes on by itself as one scrolls. */
export function BoardColumn({ wish, column, title, empty, over, liftedId, targetsOf, onMove, onPointerDown }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const heading = useId();
  const list = useRef<HTMLUListElement>(null);
  const more = useInfiniteQuery({
    ...columnQuery({ ...wish, key: column.key, first: column.nextCursor ?? '' }),
    enabled: false,
  });
  const cards = [...column.cards, ...(more.data?.pages.flatMap((page) => page.cards) ?? [])];
  const { from, to } = useWindow(list, cards.length, cardHeight + gap);
  const goesOn = column.nextCursor !== null && (more.data === undefined || more.hasNextPage);
  const nearEnd = to >= cards.length - 4;
  const { isFetching, data, refetch, fetchNextPage } = more;
  useEffect(() => {
    if (!goesOn || !nearEnd || isFetching) return;
    if (data === undefined) void refetch();
    else void fetchNextPage();
  }, [goesOn, nearEnd, isFetching, data, refetch, fetchNextPage]);
  const sums = [
    column.count > column.withoutValue ? format.wholeMoney(column.value) : null,
    column.withoutValue > 0 ? t('withoutValue', { number: format.number(column.withoutValue) }) : null,
  ];
  return (
    <section
      className={`board-column${over ? ' board-column--over' : ''}`}
      aria-labelledby={heading}
      data-column={column.key}
    >
      <header className="board-column__head">
        <h2 id={heading}>{title}</h2>
        <p className="small muted number">
          <span className="board-column__count">
            {format.number(column.count)}
            <span className="only-read"> {t('count', { count: column.count })}</span>
          </span>
          {sums.filter((part) => part !== null).map((part) => ` · ${part}`)}
        </p>
      </header>
      {column.count === 0 ? (
        <p className="board-column__empty muted small">{empty}</p>
      ) : (
        <div className="board-column__cards">
          <ul ref={list} style={{ height: cards.length * (cardHeight + gap) }}>
            {cards.slice(from, to).map((card, place) => (
              <li key={card.id} style={{ top: (from + place) * (cardHeight + gap), height: cardHeight }}>
                <BoardCard
                  card={card}
                  targets={targetsOf(card)}
                  lifted={liftedId === card.id}
                  onMove={(key) => onMove(card, key)}
                  onPointerDown={onPointerDown(card)}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
