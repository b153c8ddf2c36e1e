import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import type { Me } from '#contract/workspace';
import { codeOf } from '../data/api-problem.ts';
import { entered, MeContext, meQuery } from '../data/me.ts';
import { ErrorState } from '../ui/states.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { Shell } from '../screens/shell/shell.tsx';
import { changeLanguage, languageOf } from './language.ts';
import { Screens } from './screens.tsx';

const Entrance = lazy(() => import('../screens/entrance/entrance.tsx').then((file) => ({ default: file.Entrance })));

/** The door: who is not signed in gets sign-in or first setup, whoever is gets the app. */
export function App() {
  const session = useQuery(meQuery);
  const client = useQueryClient();

  if (session.data) return <SignedIn me={session.data} />;
  if (session.isPending) return null;
  if (codeOf(session.error) === 'not_signed_in') {
    return (
      <Suspense fallback={null}>
        <Entrance
          onEnter={(me) => {
            entered(me);
            client.setQueryData(meQuery.queryKey, me);
          }}
        />
        <Toasts />
      </Suspense>
    );
  }
  return (
    <main className="alone">
      <ErrorState error={session.error} onRetry={() => void session.refetch()} />
    </main>
  );
}

function SignedIn({ me }: { me: Me }) {
  const language = languageOf(me.member);
  useEffect(() => void changeLanguage(language).catch(() => undefined), [language]);
  return (
    <MeContext value={me}>
      <Shell>
        <Screens />
      </Shell>
      <Toasts />
    </MeContext>
  );
}
