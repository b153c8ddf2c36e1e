import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Me } from '#contract/workspace';
import type { Language } from '#i18n/format';
import { codeOf } from '../data/api-problem.ts';
import { entered, MeContext, meQuery } from '../data/me.ts';
import { ErrorState } from '../ui/states.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { Shell } from '../screens/shell/shell.tsx';
import { changeLanguage, language as spoken, languageOf, rememberLanguage, startLanguage } from './language.ts';
import { fetchFirstToday } from './first-today.ts';
import { Screens } from './screens.tsx';

const Entrance = lazy(() => import('../screens/entrance/entrance.tsx').then((file) => ({ default: file.Entrance })));

/** What takes longer than this is waited for inside, ms. */
const longestAtDoor = 2000;

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
          onEnter={async (me) => {
            entered(me);
            // The door stays in sight until there is something behind it: nothing comes in piece by piece, and nothing jumps.
            await Promise.race([
              fetchFirstToday(client, me),
              new Promise((resolve) => setTimeout(resolve, longestAtDoor)),
            ]);
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
  const speaks = useBeginsIn(language);
  useEffect(() => {
    if (speaks) void changeLanguage(language).catch(() => undefined);
    // A viewer's is what they chose themselves.
    if (me.member.role !== 'viewer') rememberLanguage(language);
  }, [speaks, language, me.member.role]);
  if (!speaks) return null;
  return (
    <MeContext value={me}>
      <Shell>
        <Screens />
      </Shell>
      <Toasts />
    </MeContext>
  );
}

/**
 * Whether the first screen may be drawn: in their own language from the start, also on a device that does not know them yet. Words that
 * change after it was drawn make everything jump. When they cannot be had, it is drawn in the language that there is.
 */
function useBeginsIn(language: Language): boolean {
  const [speaks, setSpeaks] = useState(() => spoken() === language);
  useEffect(() => {
    if (!speaks)
      void startLanguage(language)
        .catch(() => undefined)
        .then(() => setSpeaks(true));
  }, [speaks, language]);
  return speaks;
}
