import { useTranslation } from 'react-i18next';
import type { Continuity } from '#contract/outlook';
import { useFormat } from '../../ui/use-format.ts';
import { useOutlookWords } from './use-outlook-words.ts';

/** What it comes down to, in a sentence or three; what it leans on below it. */
export function OutlookSays({ outlook }: { outlook: Continuity }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  return (
    <section className="outlook__says">
      <p className="outlook__lead">
        <Covered outlook={outlook} /> <Short outlook={outlook} />
      </p>
      <Closing outlook={outlook} />
      {!outlook.enough && (
        <p className="outlook__few">{t('few', { count: outlook.ended, n: format.number(outlook.ended) })}</p>
      )}
    </section>
  );
}

function Covered({ outlook }: { outlook: Continuity }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const words = useOutlookWords();
  const needs = outlook.needs.filter((need) => need.kind !== 'next_step');
  // The first in the order that is not covered as far as we look.
  const first = needs.find((need) => need.covered.cautious !== null) ?? needs[0];
  const all = outlook.weeks.at(-1)?.cumulative;
  const until = words.rough(outlook.untilOn);
  if (!first) {
    const { mean = 0, low = 0, high = 0 } = all ?? {};
    if (mean === 0 && high === 0) return t('saysEmpty');
    return t('saysNothing', {
      until,
      mean: format.estimate(mean),
      low: format.estimate(low),
      high: format.estimate(high),
    });
  }
  if (!outlook.firstShort) return t('saysAll', { until });
  const { cautious } = first.covered;
  const need = words.nameOf(first);
  if (cautious === 'not') return t('saysCoveredNot', { need });
  return t('saysCovered', { need, until: words.rough(cautious ?? outlook.untilOn) });
}

function Short({ outlook: { firstShort, closing } }: { outlook: Continuity }) {
  const { t } = useTranslation('outlook');
  const words = useOutlookWords();
  if (!firstShort) return null;
  const week = words.week(firstShort.fromOn);
  const short = firstShort.byMean ? t('saysShort', { week }) : t('saysShortCautious', { week });
  const count = closing?.cautious?.contactsADay ?? closing?.mean?.contactsADay;
  const close =
    count === undefined
      ? t('saysCloseNot')
      : closing?.cautious
        ? t('saysClose', { count })
        : t('saysCloseMean', { count });
  return `${short} ${close}`;
}

/** To the next quarter of an hour: as exact as such an estimate is. */
const roundUp = (minutes: number): number => Math.ceil(minutes / 15) * 15;

/** The advice opened: how many prospects and minutes that is, what of it one's hours carry, and from when it works. */
function Closing({ outlook: { closing } }: { outlook: Continuity }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const words = useOutlookWords();
  const chosen = closing?.cautious ?? closing?.mean;
  if (!closing || !chosen) return null;
  const { hours } = closing;
  const fewer = closing.cautious && closing.mean && closing.mean.contactsADay < closing.cautious.contactsADay;
  return (
    <p>
      {t('closeHow', {
        prospects: format.number(chosen.prospectsAWeek, 1),
        minutes: format.number(chosen.minutesADay),
      })}{' '}
      {fewer && closing.mean && t('closeAlso', { count: closing.mean.contactsADay })}{' '}
      {chosen.contactsADay > hours.contactsADay &&
        t(hours.contactsADay > 0 ? 'closeBeyond' : 'closeBeyondAll', {
          count: hours.contactsADay,
          now: format.duration(hours.minutesADay),
          asked: format.duration(roundUp(hours.minutesADay - hours.spareADay + chosen.minutesADay)),
        })}{' '}
      {closing.lateOn && t('saysLate', { day: words.rough(closing.lateOn) })}
    </p>
  );
}
