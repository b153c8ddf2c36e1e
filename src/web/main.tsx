import '@fontsource-variable/figtree/wght.css';
import './style/tokens.css';
import './style/base.css';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './start/pause.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { App } from './start/app.tsx';
import { Speak } from './start/translation.tsx';
import { fetchFirstToday } from './start/first-today.ts';
import { fetchAllWords, firstLanguage, startLanguage } from './start/language.ts';
import { meQuery } from './data/me.ts';
import { forgetEarlyAnswers } from './data/client.ts';
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

// All at once: the words, who is signed in, and where it begins Today, so that the first thing drawn is the plan itself. They were
// asked before this file was here (first-paint.js); what takes longer is waited for on the screen.
const first = firstLanguage();
const begun = startLanguage(first);
const me = queryClient.fetchQuery(meQuery).catch(() => undefined);
const today = me.then((known) => {
  const fetched = known && fetchFirstToday(queryClient, known);
  forgetEarlyAnswers();
  return fetched;
});
const soon = new Promise((resolve) => setTimeout(resolve, 300));
// Elsewhere the other words are needed at once; Today fetches them when it stands (shell.tsx).
if (window.location.pathname !== '/') fetchAllWords(first).catch(() => undefined);
await Promise.all([begun, Promise.race([today, soon])]);

const root = document.getElementById('root');
if (root) {
  const app = (
    <StrictMode>
      <Speak>
        <QueryClientProvider client={queryClient}>
          <App />
        </QueryClientProvider>
      </Speak>
    </StrictMode>
  );
  // In small pieces: the whole of it at once takes a fifth of a second on a phone.
  startTransition(() => createRoot(root).render(app));
}
