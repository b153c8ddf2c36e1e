import '@fontsource-variable/figtree/wght.css';
import './style/tokens.css';
import './style/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './start/app.tsx';
import { firstLanguage, startLanguage } from './start/language.ts';
import { meQuery } from './data/me.ts';
import { todayQuery } from './data/today.ts';
import { minutesOf } from './screens/today/minutes-choice.ts';
import { queryClient } from './data/query-client.ts';
import { onBack, watchConnection } from './offline/connection.ts';
import { startOutbox } from './offline/outbox.ts';
import { startUpdates } from './offline/updates.ts';

watchConnection();
// What arrived, and what came meanwhile: everything shown is asked again.
onBack(() => void queryClient.invalidateQueries());
startOutbox({
  arrived: () => void queryClient.invalidateQueries(),
  // The door opens; after it the outbox goes on.
  signedOut: () => void queryClient.resetQueries({ queryKey: meQuery.queryKey }),
});
startUpdates();

// Both at once: the words and who is signed in.
void queryClient.fetchQuery(meQuery).then(
  // Where it begins, Today is asked before anything is drawn.
  (me) => {
    const begins = window.location.pathname === '/' && me.member.role !== 'viewer';
    return begins ? queryClient.prefetchQuery(todayQuery(minutesOf(me))) : undefined;
  },
  () => undefined,
);
const i18n = await startLanguage(firstLanguage());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <App />
        </QueryClientProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}
