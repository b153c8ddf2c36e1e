import { Activity, memo, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Opportunity } from '#contract/opportunity';
import { AllWords } from '../../start/all-words.tsx';
import { LogSheet } from './sheets.tsx';

/** After what the shell fetches ahead. */
const quietAfter = 2000;

/**
 * The log sheet drawn once where nobody sees it, while nobody waits: much of the first tap's time went to code that ran for the first time.
 * In an element outside the document, and hidden: no key is listened to and nothing is asked of the server.
 */
export const LogSheetAhead = memo(
  function LogSheetAhead({ opportunity }: { opportunity: Opportunity }) {
    const [nowhere] = useState(() => document.createElement('div'));
    const [quiet, setQuiet] = useState(false);
    useEffect(() => {
      const timer = setTimeout(() => setQuiet(true), quietAfter);
      return () => clearTimeout(timer);
    }, []);
    if (!quiet) return null;
    return (
      <Activity mode="hidden">
        <Suspense fallback={null}>
          <AllWords>
            {createPortal(
              <LogSheet opportunity={opportunity} draft={{}} back={false} trouble={null} onClose={() => undefined} />,
              nowhere,
            )}
          </AllWords>
        </Suspense>
      </Activity>
    );
  },
  // Once is enough, whoever stands first.
  () => true,
);
