import { useTranslation } from 'react-i18next';
import { ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import { useMailCount } from '../../data/mail.ts';
import { useMe } from '../../data/me.ts';
import { Page } from '../../ui/page.tsx';
import { SignOutButton } from '../offline/sign-out-button.tsx';
import { placesOf } from './places.ts';
import './more-screen.css';

/** On a phone: everything that has no room in the bar. */
export function MoreScreen() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const mails = useMailCount(me.member.role !== 'viewer');
  return (
    <Page title={t('more')} about={`${me.member.name} · ${me.workspace.name}`}>
      <ul className="more">
        {placesOf(me.member.role)
          .slice(2)
          .map((place) => (
            <li key={place.name}>
              <Link href={place.to} className="more__link">
                <place.icon size={20} aria-hidden="true" />
                <span>
                  {t(place.name)}
                  {place.name === 'outbox' && mails > 0 && (
                    <span className="muted small"> · {t('outboxCount', { count: mails })}</span>
                  )}
                </span>
                <ChevronRight size={18} aria-hidden="true" />
              </Link>
            </li>
          ))}
      </ul>
      <SignOutButton />
    </Page>
  );
}
