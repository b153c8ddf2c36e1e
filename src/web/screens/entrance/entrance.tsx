import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '#contract/workspace';
import { api } from '../../data/client.ts';
import { keys } from '../../data/keys.ts';
import type { SetupState } from '../../data/shapes.ts';
import { changeLanguage } from '../../start/language.ts';
import { Chips } from '../../ui/chips.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Mark } from '../shell/mark.tsx';
import { FirstSetup } from './first-setup.tsx';
import { SignIn } from './sign-in.tsx';
import './entrance.css';

/** Nobody signed in: the first start asks for owner and company, every later one for a password. */
export function Entrance({ onEnter }: { onEnter: (me: Me) => Promise<void> }) {
  const setup = useQuery({ queryKey: keys.setup, queryFn: () => api.get<SetupState>('/setup') });
  if (setup.isPending) return null;
  if (setup.isError) {
    return (
      <Gate>
        <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />
      </Gate>
    );
  }
  return (
    <Gate>
      {setup.data.needed ? (
        <FirstSetup
          codeRequired={setup.data.codeRequired}
          onEnter={onEnter}
          onAlreadyDone={() => void setup.refetch()}
        />
      ) : (
        <SignIn onEnter={onEnter} />
      )}
    </Gate>
  );
}

function Gate({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('entrance');
  useEffect(() => {
    document.title = 'Aanhouder';
  }, []);
  return (
    <main className="gate">
      <div className="gate__card">
        <p className="gate__brand">
          <Mark size={34} /> Aanhouder
        </p>
        {children}
      </div>
      <div className="gate__language">
        <Chips
          look="joined"
          legend={t('language')}
          value={i18n.language === 'en' ? 'en' : 'nl'}
          options={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => void changeLanguage(language)}
        />
      </div>
    </main>
  );
}
