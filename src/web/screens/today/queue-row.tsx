import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TodayItem } from '#contract/today';
import { useMayWrite } from '../../data/me.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ContactLink } from '../log/contact-link.tsx';
import { aboutOf, nameOf, pageOf } from '../opportunity/who-is.ts';
import { nothingMay } from '../permission/wait-note.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { bestChannel } from './best-channel.ts';
import { ItemMenu } from './item-menu.tsx';
import { useWhy } from './use-why.ts';

type Props = { item: TodayItem; gold: readonly number[]; figures: boolean; selected: boolean };

/** One line of the plan: who, how far, why, how long, what it may bring, and "leg vast". A walk through the plan draws two of them again. */
export const QueueRow = memo(function QueueRow({ item, gold, figures, selected }: Props) {
  const { t } = useTranslation(['today', 'words', 'permission']);
  const format = useFormat();
  const why = useWhy();
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const row = useRef<HTMLLIElement>(null);
  const { opportunity } = item;
  const name = nameOf(opportunity);
  const best = bestChannel(item);
  const rate = t('today:perMinute', { amount: format.perMinute(item.perMinute) });
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li ref={row} className="row" aria-current={selected || undefined}>
      <div className="row__who">
        <Link href={pageOf(opportunity)} className="row__name">
          {name}
        </Link>
        <p className="muted small">{aboutOf(opportunity)}</p>
      </div>
      <div className="row__trail">
        <Trail
          known={opportunity.heldKnown}
          held={opportunity.held}
          next={opportunity.nextMoment?.number ?? null}
          gold={gold}
          worded
        />
      </div>
      <p className="row__why">
        {(item.group === 'waiting' || item.group === 'promised') && (
          <span className="badge row__badge">{t(`today:group.${item.group}`)}</span>
        )}
        {best && item.group !== 'appointment' && <strong>{t(`words:act.${best}`)}:</strong>} {why(item)}
      </p>
      <p className="row__cost number">
        <span>{format.minutes(item.minutes)}</span>
        {/* The whole sum in one tap: figures before their time are a word, with the estimate behind it. */}
        <button
          type="button"
          className="row__sum small"
          aria-label={t('today:sumFor', {
            name,
            rate: figures ? rate : t('today:levelSpoken', { level: t(`today:level.${item.level}`) }),
          })}
          onClick={() => sheets.open({ kind: 'worth', opportunity })}
        >
          {figures ? rate : t(`today:level.${item.level}`)}
        </button>
      </p>
      {mayWrite && (
        <div className="row__acts">
          {best ? (
            <ContactLink opportunity={opportunity} channel={best} size="small" />
          ) : (
            <ButtonTo to={pageOf(opportunity)} size="small">
              {nothingMay(opportunity) ? t('permission:title') : t('today:complete')}
            </ButtonTo>
          )}
          <Button
            size="small"
            aria-label={t('today:logFor', { name })}
            onClick={() => sheets.open({ kind: 'log', opportunity })}
          >
            {t('today:log')}
          </Button>
          <ItemMenu item={item} />
        </div>
      )}
    </li>
  );
});
