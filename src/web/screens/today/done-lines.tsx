import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DoneList } from '#contract/today';
import { outcomes } from '#core/opportunity/vocabulary';
import { useUndo } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import './today.css';

/** What was logged, each with its way back. */
export function DoneLines({ items }: { items: DoneList['items'] }) {
  const { t } = useTranslation(['today', 'words', 'timeline', 'ui']);
  const format = useFormat();
  const undo = useUndo();
  return (
    <ul>
      {items.map((item) => {
        const outcome = outcomes.find((one) => one === item.outcome);
        const { changeId } = item;
        return (
          <li key={item.momentId} className="line">
            <div className="line__what">
              {item.personId ? (
                <Link href={`/persons/${item.personId}`}>{item.personName}</Link>
              ) : (
                <strong>{item.personName}</strong>
              )}
              <p className="muted small">
                {format.clock(item.at)} ·{' '}
                {item.number === null ? t('timeline:care') : t('timeline:contact', { number: item.number })}
                {outcome && ` · ${t(`words:outcome.${outcome}`).toLowerCase()}`}
              </p>
            </div>
            {item.opportunity && (
              <Trail
                known={item.opportunity.heldKnown}
                held={item.opportunity.held}
                next={item.opportunity.nextMoment?.number ?? null}
                worded
              />
            )}
            {changeId && (
              <Button
                size="small"
                aria-label={t('today:undoFor', { name: item.personName })}
                onClick={() => void undo(changeId)}
              >
                {t('ui:undo')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
