import { CalendarPlus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMayWrite } from '../../data/me.ts';
import type { ReviveItem } from '../../data/revive.ts';
import { Button } from '../../ui/button.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { aboutOf, nameOf, pageOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';
import { AgainFacts } from './again-facts.tsx';
import { channelOf } from './channel-of.ts';
import { ContactAgain } from './contact-again.tsx';
import { useIntoToday } from './use-into-today.ts';
import { useOpening } from './use-opening.ts';
import { useWhenStopped } from './use-when-stopped.ts';

type Props = {
  item: ReviveItem;
  /** Instead of a figure per minute while there are too few outcomes. */
  level: 'high' | 'middle' | 'low' | null;
  selected: boolean;
  /** Null: there is nothing to choose here. */
  chosen: boolean | null;
  onChoose: () => void;
};

export function ReviveRow({ item, level, selected, chosen, onChoose }: Props) {
  const { t } = useTranslation(['revive', 'words']);
  const mayWrite = useMayWrite();
  const sheets = useSheets();
  const opening = useOpening()(item);
  const intoToday = useIntoToday();
  const whenStopped = useWhenStopped();
  const row = useRef<HTMLLIElement>(null);
  const { opportunity } = item;
  const name = nameOf(opportunity);
  const channel = channelOf(item);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li ref={row} className="revive__row card" aria-current={selected || undefined}>
      {chosen !== null && (
        <label className="revive__check">
          <input type="checkbox" checked={chosen} onChange={onChoose} />
          <span className="only-read">{t('revive:choose', { name })}</span>
        </label>
      )}
      <div className="revive__who">
        <Link href={pageOf(opportunity)} className="revive__name">
          {name}
        </Link>
        <p className="muted small">{aboutOf(opportunity)}</p>
        {item.advice === 'experiment' && (
          <p className="revive__experiment small">
            <span className="badge">{t('revive:experiment')}</span> {t('revive:experimentAbout')}
          </p>
        )}
      </div>
      <Gain item={item} level={level} />
      <p className="revive__meta muted small">
        {opportunity.heldKnown ? (
          <Trail held={opportunity.held} next={opportunity.nextMoment?.number ?? null} worded />
        ) : (
          t('revive:unknownHeld')
        )}
        <span>{whenStopped(item)}</span>
      </p>
      <div className="revive__words">
        <AgainFacts item={item} opening={opening} />
      </div>
      {mayWrite && (
        <div className="revive__acts">
          {channel && <ContactAgain item={item} channel={channel} letter={opening?.letter} />}
          {opportunity.state === 'open' && (
            <Button onClick={() => sheets.open({ kind: 'plan', opportunity })}>{t('revive:later')}</Button>
          )}
          <Button
            busy={intoToday.isPending}
            icon={<CalendarPlus size={18} aria-hidden="true" />}
            aria-label={t('revive:nowFor', { name })}
            onClick={() => intoToday.mutate(item)}
          >
            {t('revive:now')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What it may still bring, gross and less the time, and per minute: a figure from 20 ended on, a word before, and the whole sum on tap. */
function Gain({ item, level }: { item: ReviveItem; level: Props['level'] }) {
  const { t } = useTranslation('revive');
  const format = useFormat();
  const sheets = useSheets();
  const { opportunity } = item;
  const rate =
    level === null
      ? t('perMinute', { amount: format.perMinute(item.perMinute) })
      : t('levelSpoken', { level: t(`level.${level}`) });
  return (
    <p className="revive__gain number small">
      <span>
        {t('gain', {
          amount: format.estimate(item.stillToGain),
          low: format.estimate(item.stillToGainLow),
          high: format.estimate(item.stillToGainHigh),
        })}
      </span>
      <span>{item.net > 0 ? t('net', { amount: format.estimate(item.net) }) : t('netNone')}</span>
      <button
        type="button"
        className="revive__sum"
        aria-label={t('sumFor', { name: nameOf(opportunity), rate })}
        onClick={() => sheets.open({ kind: 'worth', opportunity })}
      >
        {rate}
      </button>
    </p>
  );
}
