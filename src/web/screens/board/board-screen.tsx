import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { boardQuery, type BoardWish } from '../../data/board.ts';
import { useMe } from '../../data/me.ts';
import { membersQuery } from '../../data/settings.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { nameOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';
import { BoardColumn } from './board-column.tsx';
import { useStages } from './stage-names.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useCardDrag } from './use-card-drag.ts';
import { sold, stopped, useMove } from './use-move.ts';
import '../../ui/field.css';
import './board.css';

/** Every open opportunity in a column, by the number of its next contact or by stage. What is chosen is in the address. */
export function BoardScreen() {
  const { t } = useTranslation(['board', 'shell']);
  const [params, setParams] = useSearchParams();
  const { member } = useMe();
  const sheets = useSheets();
  const { stages, nameOf: stageName } = useStages();
  const members = useQuery(membersQuery);
  const by = params.get('by') === 'stage' ? 'stage' : 'number';
  const whose = params.get('whose') ?? '';
  const wish: BoardWish = { by, ...(whose && { assigneeId: whose === 'me' ? member.id : whose }) };
  const query = useQuery(boardQuery(wish));
  const area = useRef<HTMLDivElement>(null);
  const { move, targetsOf } = useMove(by);
  const cards = query.data?.columns.flatMap((column) => column.cards) ?? [];
  const { dragging, begin } = useCardDrag({
    board: () => area.current,
    onDrop: (card, column) => move(card, column),
  });
  useBoardKeys(area, (id) => {
    const card = cards.find((one) => one.id === id);
    if (card) sheets.open({ kind: 'log', opportunity: card });
  });

  const change = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );

  const titleOf = (key: string) => {
    if (by === 'number') return key === '13' ? t('board:beyond') : t('board:contact', { number: key });
    const stage = stages.find((one) => one.id === key);
    return stage ? stageName(stage) : key;
  };
  const emptyOf = (key: string) => {
    if (by === 'stage')
      return stages.find((one) => one.id === key)?.begins
        ? t('board:emptyBegins')
        : t('board:emptyStage', { move: t('board:move') });
    if (key === '1') return t('board:emptyFirst');
    return key === '13' ? t('board:emptyBeyond') : t('board:emptyNumber', { held: Number(key) - 1 });
  };
  const workers = (members.data?.items ?? []).filter((one) => one.role !== 'viewer');
  const nothing = query.data?.columns.every((column) => column.count === 0) === true && whose === '';
  return (
    <div className="board-page">
      <Page
        title={t('board:title')}
        acts={
          by === 'stage' && (
            <ButtonTo to="/settings#stages" kind="quiet" size="small">
              {t('board:toStages')}
            </ButtonTo>
          )
        }
      >
        <div className="board-page__choices">
          <Chips
            look="joined"
            legend={t('board:by')}
            value={by}
            options={[
              { value: 'number', label: t('board:byNumber') },
              { value: 'stage', label: t('board:byStage') },
            ]}
            onChange={(value) => change('by', value === 'number' ? '' : value)}
          />
          {workers.length > 1 && (
            <label className="board-page__whose">
              <span className="muted small">{t('board:whose')}</span>
              <select
                className="field__control"
                value={whose}
                onChange={(event) => change('whose', event.target.value)}
              >
                <option value="">{t('board:everybody')}</option>
                {workers.map((one) => (
                  <option key={one.id} value={one.id === member.id ? 'me' : one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        {query.isPending && <Skeleton height={360} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {nothing && (
          <EmptyState
            title={t('board:none')}
            acts={
              <Button kind="primary" onClick={() => sheets.open({ kind: 'add' })}>
                {t('shell:add')}
              </Button>
            }
          >
            {t('board:noneBody')}
          </EmptyState>
        )}
      </Page>
      {query.data && !nothing && (
        <div
          ref={area}
          className="board"
          role="group"
          aria-label={t('board:title')}
          aria-busy={query.isPlaceholderData || undefined}
        >
          {query.data.columns.map((column) => (
            <BoardColumn
              key={`${query.data.by} ${column.key}`}
              wish={wish}
              column={column}
              title={titleOf(column.key)}
              empty={emptyOf(column.key)}
              over={dragging?.over === column.key}
              liftedId={dragging?.card.id ?? null}
              targetsOf={targetsOf}
              onMove={(card, key) => move(card, key, true)}
              onPointerDown={begin}
            />
          ))}
        </div>
      )}
      {dragging && (
        <>
          <div className="board-ends">
            <p data-column={sold} className={`board-end${dragging.over === sold ? ' board-end--over' : ''}`}>
              {t('board:toSold')}
            </p>
            <p data-column={stopped} className={`board-end${dragging.over === stopped ? ' board-end--over' : ''}`}>
              {t('board:toNo')}
            </p>
          </div>
          <div
            className="board-ghost"
            style={{ width: dragging.width, transform: `translate(${dragging.x - 24}px, ${dragging.y - 20}px)` }}
            aria-hidden="true"
          >
            {nameOf(dragging.card)}
          </div>
          <output className="only-read">{t('board:dragging', { name: nameOf(dragging.card) })}</output>
        </>
      )}
    </div>
  );
}
