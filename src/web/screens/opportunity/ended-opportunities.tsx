import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { useMayWrite } from '../../data/me.ts';
import { opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Money } from '../../ui/texts.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { OpportunityMenu } from './opportunity-menu.tsx';
import { TermsLine } from './terms-line.tsx';
import './opportunity-card.css';

/** Won and stopped; a stopped one can be picked up again where it was. */
export function EndedOpportunities({
  opportunities,
  gold,
}: {
  opportunities: readonly Opportunity[];
  gold: readonly number[];
}) {
  const { t } = useTranslation('person');
  if (opportunities.length === 0) return null;
  return (
    <section aria-labelledby="ended">
      <h2 id="ended">{t('others')}</h2>
      <ul>
        {opportunities.map((opportunity) => (
          <EndedLine key={opportunity.id} opportunity={opportunity} gold={gold} />
        ))}
      </ul>
    </section>
  );
}

function EndedLine({ opportunity, gold }: { opportunity: Opportunity; gold: readonly number[] }) {
  const { t } = useTranslation(['opportunity', 'words']);
  const format = useFormat();
  const mayWrite = useMayWrite();
  const revive = useAct({
    run: () => opportunityActs.revive(opportunity.id),
    says: ({ opportunity: now }) =>
      t('opportunity:revived', { number: now.held + 1, day: now.nextMoment ? format.planned(now.nextMoment.on) : '' }),
    change: (out) => out.changeId,
  });
  const { stop, held: number, heldKnown } = opportunity;
  const reason = stop ? t(`words:stopReason.${stop.reason}`).toLowerCase() : '';
  const objected = opportunity.person?.objected === true || opportunity.person?.restricted === true;
  return (
    <li className="ended">
      <div className="ended__what">
        <p>
          <strong>{opportunity.title || t('opportunity:untitled')}</strong> · <Money minor={opportunity.value} />
        </p>
        <p className="small">
          {opportunity.state === 'won' ? (
            <span className="badge badge--green">
              {heldKnown ? t('opportunity:won', { number }) : t('opportunity:wonUnknown')}
            </span>
          ) : (
            <span className="muted">
              {!heldKnown
                ? t('opportunity:stoppedUnknown', { reason })
                : number === 0
                  ? t('opportunity:stoppedNone', { reason })
                  : t('opportunity:stopped', { number, reason })}
            </span>
          )}{' '}
          {opportunity.endedOn && <span className="muted">{format.fullDate(opportunity.endedOn)}</span>}
        </p>
        <TermsLine opportunity={opportunity} />
        {opportunity.lastWords && <p className="muted small">“{opportunity.lastWords}”</p>}
      </div>
      <Trail known={opportunity.heldKnown} held={opportunity.held} gold={gold} worded />
      {mayWrite && opportunity.state === 'stopped' && !objected && (
        <Button busy={revive.isPending} onClick={() => revive.mutate(undefined)}>
          {t('opportunity:revive')}
        </Button>
      )}
      <OpportunityMenu opportunity={opportunity} />
    </li>
  );
}
