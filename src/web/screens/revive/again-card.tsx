import { CalendarPlus, CalendarCheck2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMayWrite } from '../../data/me.ts';
import type { ReviveItem } from '../../data/revive.ts';
import { Button } from '../../ui/button.tsx';
import { Trail } from '../../ui/trail.tsx';
import { aboutOf, callNameOf, nameOf, pageOf } from '../opportunity/who-is.ts';
import { AgainFacts } from './again-facts.tsx';
import { channelOf } from './channel-of.ts';
import { ContactAgain } from './contact-again.tsx';
import { useIntoToday } from './use-into-today.ts';
import { useOpening } from './use-opening.ts';
import './again.css';

/** How somebody was picked up here: put in today, or called or written to at once. */
export type PickedUp = 'today' | 'contact';

type Props = { item: ReviveItem; pickedUp: PickedUp | null; onPickUp: (how: PickedUp) => void };

/** One who was let go, as a card: your last words, a ready sentence, one tap to call or write, one to put in today. */
export function AgainCard({ item, pickedUp, onPickUp }: Props) {
  const { t } = useTranslation(['revive', 'ui']);
  const opening = useOpening()(item);
  const intoToday = useIntoToday();
  const mayWrite = useMayWrite();
  const { opportunity } = item;
  const channel = channelOf(item);
  const name = nameOf(opportunity);
  return (
    <article className="again card" aria-label={name}>
      <header className="again__head">
        <div>
          <h3 className="again__name">
            <Link href={pageOf(opportunity)}>{name}</Link>
          </h3>
          <p className="muted">{aboutOf(opportunity)}</p>
        </div>
        {opportunity.heldKnown ? (
          <Trail held={opportunity.held} worded />
        ) : (
          <span className="muted small">{t('revive:unknownHeld')}</span>
        )}
      </header>
      <AgainFacts item={item} opening={opening} />
      {mayWrite && (
        <div className="again__acts">
          {channel && (
            <ContactAgain
              item={item}
              channel={channel}
              letter={opening?.letter}
              letGo={pickedUp === null && opportunity.state === 'stopped'}
              onPickedUp={() => onPickUp('contact')}
            />
          )}
          {pickedUp ? (
            <p className="again__done">
              <CalendarCheck2 size={18} aria-hidden="true" />{' '}
              {t(pickedUp === 'today' ? 'revive:inToday' : 'revive:inContact')}
            </p>
          ) : (
            <Button
              busy={intoToday.isPending}
              icon={<CalendarPlus size={18} aria-hidden="true" />}
              aria-label={t('revive:nowFor', { name: callNameOf(opportunity) })}
              onClick={() => intoToday.mutate(item, { onSuccess: () => onPickUp('today') })}
            >
              {t('revive:now')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
