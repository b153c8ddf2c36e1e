import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChevronRight, LogOut } from 'lucide-react';
import { Link } from 'wouter';
import { api } from '../../data/client.ts';
import { useMe } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { placesOf } from './places.ts';
import './more-screen.css';

/** On a phone: everything that has no room in the bar. */
export function MoreScreen() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: () => api.post('/sign-out'),
    // Nothing of the one who left stays in memory.
    onSettled: () => {
      client.clear();
      window.location.assign('/');
    },
  });
  return (
    <Page title={t('more')} about={`${me.member.name} · ${me.workspace.name}`}>
      <ul className="more">
        {placesOf(me.member.role)
          .slice(2)
          .map((place) => (
            <li key={place.name}>
              <Link href={place.to} className="more__link">
                <place.icon size={20} aria-hidden="true" />
                <span>{t(place.name)}</span>
                <ChevronRight size={18} aria-hidden="true" />
              </Link>
            </li>
          ))}
      </ul>
      <Button busy={leave.isPending} icon={<LogOut size={18} aria-hidden="true" />} onClick={() => leave.mutate()}>
        {t('signOut')}
      </Button>
    </Page>
  );
}
