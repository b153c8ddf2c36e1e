import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Opportunity } from '#contract/opportunity';
import { Money } from '../../ui/texts.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { aboutOf, nameOf, pageOf } from '../opportunity/who-is.ts';

/** One opportunity on one line, on the page of an organisation. */
export function OpportunityRow({ opportunity }: { opportunity: Opportunity }) {
  const next = opportunity.person?.restricted === true ? null : opportunity.nextMoment;
  return (
    <li className="person-row">
      <div className="person-row__who">
        <Link href={pageOf(opportunity)} className="person-row__link">
          {nameOf(opportunity)}
        </Link>
        <p className="muted small">
          {aboutOf(opportunity)}
          {aboutOf(opportunity) && ' · '}
          <Money minor={opportunity.value} />
        </p>
      </div>
      <div className="person-row__trail">
        <Trail known={opportunity.heldKnown} held={opportunity.held} next={next?.number ?? null} worded />
      </div>
      <NextOrEnd opportunity={opportunity} />
    </li>
  );
}

/** When again; or how it ended. */
export function NextOrEnd({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation(['persons', 'words', 'today', 'rights']);
  const format = useFormat();
  const { state, person } = opportunity;
  const held = person?.restricted === true;
  const next = held ? null : opportunity.nextMoment;
  return (
    <p className="person-row__next small">
      {opportunity.waitingSince && <span className="badge">{t('today:group.waiting')}</span>}
      {held && <span className="badge badge--plain">{t('rights:restricted')}</span>}
      {next && (
        <span>
          {format.planned(next.on)} · {t(`words:channel.${next.channel}`)}
        </span>
      )}
      {state === 'won' && (
        <span className="badge badge--green">
          {opportunity.heldKnown ? t('persons:wonAt', { number: opportunity.held }) : t('persons:wonUnknown')}
        </span>
      )}
      {state === 'stopped' && (
        <span className="badge badge--plain">
          {!opportunity.heldKnown
            ? t('persons:stoppedUnknown')
            : opportunity.held === 0
              ? t('persons:stoppedNone')
              : t('persons:stoppedAt', { number: opportunity.held })}
        </span>
      )}
    </p>
  );
}
