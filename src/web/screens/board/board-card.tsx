import { useTranslation } from 'react-i18next';
import { MoveRight } from 'lucide-react';
import type { PointerEvent } from 'react';
import { Link } from 'wouter';
import type { Opportunity } from '#contract/opportunity';
import { Menu } from '../../ui/menu.tsx';
import { DayText, Money } from '../../ui/texts.tsx';
import { Trail } from '../../ui/trail.tsx';
import { ChannelIcon } from '../log/channel-icon.tsx';
import { aboutOf, nameOf, pageOf } from '../opportunity/who-is.ts';
import type { Target } from './use-move.ts';

/** All cards have one height, so that a column of thousands can show only those that are seen. */
export const cardHeight = 116;

type Props = {
  card: Opportunity;
  targets: readonly Target[];
  lifted: boolean;
  onMove: (key: string) => void;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
};

export function BoardCard({ card, targets, lifted, onMove, onPointerDown }: Props) {
  const { t } = useTranslation(['board', 'today']);
  const next = card.nextMoment;
  return (
    <article
      className={`board-card${lifted ? ' board-card--lifted' : ''}`}
      data-card={card.id}
      aria-label={nameOf(card)}
      onPointerDown={onPointerDown}
    >
      <div className="board-card__head">
        <div className="board-card__who">
          <Link href={pageOf(card)} className="board-card__name" draggable={false}>
            {nameOf(card)}
          </Link>
          <p className="muted small">{aboutOf(card)}</p>
        </div>
        <Menu
          label={t('board:moveOf', { name: nameOf(card) })}
          items={targets.map((target) => ({ label: target.label, onSelect: () => onMove(target.key) }))}
        >
          <MoveRight size={18} aria-hidden="true" />
        </Menu>
      </div>
      <Trail known={card.heldKnown} held={card.held} next={next?.number ?? null} />
      <p className="board-card__foot small">
        <Money minor={card.value} />
        {card.waitingSince ? (
          <span className="badge">{t('today:group.waiting')}</span>
        ) : (
          next && (
            <span className="board-card__next">
              <ChannelIcon channel={next.channel} /> <DayText day={next.on} at={next.at} />
            </span>
          )
        )}
      </p>
    </article>
  );
}
