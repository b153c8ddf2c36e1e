import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Opportunity } from '#contract/opportunity';
import type { TodayItem } from '#contract/today';
import { useMayWrite } from '../../data/me.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { Money } from '../../ui/texts.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AddressLine } from '../log/address-line.tsx';
import { contactAddress } from '../log/contact-address.ts';
import { ContactLink } from '../log/contact-link.tsx';
import { outcomeKey } from '../log/outcome-key.ts';
import { aboutOf, nameOf, pageOf } from '../opportunity/who-is.ts';
import { nothingMay, WaitNote } from '../permission/wait-note.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { bestChannel } from './best-channel.ts';
import { CardPast } from './card-past.tsx';
import { ItemMenu } from './item-menu.tsx';
import { useOpener } from './use-opener.ts';
import { useBecomes, useWhy } from './use-why.ts';
import './focus-card.css';

type Props = { item: TodayItem; gold: readonly number[]; selected: boolean };

/** The one to do now: who, why, what was said, and one primary act. */
export function FocusCard({ item, gold, selected }: Props) {
  const { t } = useTranslation(['today', 'words']);
  const why = useWhy();
  const becomes = useBecomes();
  const opener = useOpener()(item);
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const { opportunity } = item;
  const { nextMoment: next } = opportunity;
  const best = bestChannel(item);
  // One other way beside the best: the next that has an address.
  const other = item.channels.find(
    (channel) => channel !== best && contactAddress(channel, opportunity.person) !== null,
  );
  return (
    <article className="focus card" aria-label={nameOf(opportunity)} aria-current={selected || undefined}>
      <header className="focus__head">
        <div>
          <h2 className="focus__name">
            <Link href={pageOf(opportunity)}>{nameOf(opportunity)}</Link>
          </h2>
          <p className="muted">
            {aboutOf(opportunity)}
            {aboutOf(opportunity) && ' · '}
            <Money minor={opportunity.value} />
          </p>
        </div>
        <div className="focus__corner">
          {item.group !== 'planned' && <span className="badge">{t(`today:group.${item.group}`)}</span>}
          {mayWrite && <ItemMenu item={item} />}
        </div>
      </header>
      <p className="focus__why">
        {why(item)} {becomes(item)}{' '}
        <button type="button" className="focus__because" onClick={() => sheets.open({ kind: 'worth', opportunity })}>
          {t('today:why')}
        </button>
      </p>
      <div className="focus__acts">
        <Trail
          size="large"
          known={opportunity.heldKnown}
          held={opportunity.held}
          next={next?.number ?? null}
          gold={gold}
          worded
        />
        {mayWrite && (
          <div className="focus__buttons">
            <Button onClick={() => sheets.open({ kind: 'plan', opportunity })}>{t('today:later')}</Button>
            {other && <ContactLink opportunity={opportunity} channel={other} opener={opener} />}
            <Button onClick={() => sheets.open({ kind: 'log', opportunity })}>{t('today:log')}</Button>
            {!best && !nothingMay(opportunity) && (
              <ButtonTo to={pageOf(opportunity)} kind="primary" size="large">
                {t('today:complete')}
              </ButtonTo>
            )}
            {best && (
              <ContactLink
                opportunity={opportunity}
                channel={best}
                kind="primary"
                size="large"
                label={next?.act ?? undefined}
                opener={opener}
                named
              />
            )}
          </div>
        )}
      </div>
      <WaitNote opportunity={opportunity} channel={best} />
      <Facts item={item} opener={opener} />
      <CardPast opportunity={opportunity} />
    </article>
  );
}

function Facts({ item, opener }: { item: TodayItem; opener: string | undefined }) {
  const { t } = useTranslation(['today', 'words']);
  const format = useFormat();
  const { opportunity, promise, askAbout, others } = item;
  const { last, lastWords, keen, person, nextMoment: next } = opportunity;
  const lastText = last && `${t(outcomeKey(last)).toLowerCase()}, ${format.day(last.on)}`;
  // Somebody may have hundreds.
  const titlesOf = (all: TodayItem['others']) =>
    format.list(all.slice(0, 3).map((one) => one.title)) + (all.length > 3 ? ' …' : '');
  const quoteText = (quote: Opportunity['quote']) =>
    quote?.state === 'out' ? `${format.money(quote.amount)}, ${format.day(quote.sentOn)}` : null;
  const facts: [string, ReactNode][] = [
    // Who waits may have an appointment as well: then the sentence above is about the waiting.
    [t('today:appointmentOn'), next?.at && item.why.code !== 'appointment' ? format.plannedAt(next.on, next.at) : null],
    [t('today:quote'), quoteText(opportunity.quote)],
    [t('today:promised'), item.why.code === 'promised' ? null : promise?.text],
    [t('today:askAbout'), askAbout.map((one) => one.text).join(' · ') || null],
    [t('today:lastTime'), lastText],
    // What one wrote last may be what they said when they contacted us.
    [t(opportunity.waitingSince ? 'today:lastNote' : 'today:lastWords'), lastWords],
    [t('today:keen'), keen],
    [t('today:goodToKnow'), person?.goodToKnow],
    [t('today:where'), person?.address && <AddressLine key="where" address={person.address} />],
    [t('today:open'), opener && `“${opener}”`],
  ];
  const shown = facts.filter(([, text]) => text);
  if (shown.length === 0 && others.length === 0) return null;
  return (
    <dl className="focus__facts">
      {shown.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof text === 'string' ? <LongText text={text} /> : text}</dd>
        </div>
      ))}
      {others.length > 0 && (
        <div>
          <dd>{t('today:alsoThis', { count: others.length, titles: titlesOf(others) })}</dd>
        </div>
      )}
    </dl>
  );
}
