import { createContext, lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import type { Outcome } from '#core/opportunity/vocabulary';
import type { Prospecting } from '#contract/prospecting';
import type { FailureCode } from '../../data/api-problem.ts';
import { AllWords } from '../../start/all-words.tsx';
import { Caught } from '../../ui/caught.tsx';
import { showToast } from '../../ui/toasts.tsx';
import type { LogDraft } from '../log/log-draft.ts';
import { drawnAtOnce } from './drawn-at-once.tsx';

/** What can lie over the page. One at a time. */
export type SheetName =
  | {
      kind: 'log';
      opportunity: Opportunity;
      draft?: Partial<LogDraft>;
      /** "How did it go?": back from a call. */ back?: boolean;
      /** Why it was not saved. */ trouble?: FailureCode;
      /** Tapped already, elsewhere: dropped on "sold". */ outcome?: Outcome;
      /** In the place of one that the server did not take (offline/outbox.ts). */ entryId?: string;
    }
  | { kind: 'mail'; opportunity: Opportunity }
  | { kind: 'plan'; opportunity: Opportunity; entryId?: string }
  | { kind: 'stop'; opportunity: Opportunity }
  | { kind: 'worth'; opportunity: Opportunity }
  | { kind: 'know'; opportunity: Opportunity }
  | { kind: 'edit'; opportunity: Opportunity }
  | { kind: 'add'; tab?: 'spoke' | 'paste'; /** What was searched and not found. */ who?: string }
  | {
      kind: 'figures';
      /** What it lay over: closing gives that back. */ back?: SheetName;
    }
  | { kind: 'lesson'; number: number; /** As for the figures. */ back?: SheetName }
  | { kind: 'prospecting'; prospecting: Prospecting; stoppedBy: string | null }
  | { kind: 'outbox' }
  | { kind: 'keys' }
  | { kind: 'palette' };

type Sheets = { open: (sheet: SheetName) => void; close: () => void };
// Apart: whoever opens one (every row of a list) is not drawn again when one opens.
const SheetsContext = createContext<Sheets | null>(null);
const ShownContext = createContext<SheetName | null>(null);

export function useSheets(): Sheets {
  const sheets = use(SheetsContext);
  if (!sheets) throw new Error('useSheets outside the shell');
  return sheets;
}

/** What lies over the page now. */
export function useShownSheet(): SheetName | null {
  return use(ShownContext);
}

const load = {
  log: () => import('../log/log-sheet.tsx').then((file) => ({ default: file.LogSheet })),
  mail: () => import('../composer/mail-sheet.tsx').then((file) => ({ default: file.MailSheet })),
  plan: () => import('../plan/plan-sheet.tsx').then((file) => ({ default: file.PlanSheet })),
  stop: () => import('../stop/stop-gate.tsx').then((file) => ({ default: file.StopGate })),
  worth: () => import('../worth/worth-sheet.tsx').then((file) => ({ default: file.WorthSheet })),
  know: () => import('../today/know-sheet.tsx').then((file) => ({ default: file.KnowSheet })),
  edit: () =>
    import('../opportunity/edit-opportunity-sheet.tsx').then((file) => ({ default: file.EditOpportunitySheet })),
  add: () => import('../quick-add/quick-add.tsx').then((file) => ({ default: file.QuickAdd })),
  figures: () => import('../figures/figures-sheet.tsx').then((file) => ({ default: file.FiguresSheet })),
  lesson: () => import('../lesson/lesson-sheet.tsx').then((file) => ({ default: file.LessonSheet })),
  prospecting: () =>
    import('../prospecting/prospecting-sheet.tsx').then((file) => ({ default: file.ProspectingSheet })),
  outbox: () => import('../offline/outbox-sheet.tsx').then((file) => ({ default: file.OutboxSheet })),
  keys: () => import('./keys-sheet.tsx').then((file) => ({ default: file.KeysSheet })),
};
const Palette = lazy(() => import('../palette/palette.tsx').then((file) => ({ default: file.Palette })));
const { Sheet: LogSheet, warm: warmLog } = drawnAtOnce(load.log);
export { LogSheet };
const MailSheet = lazy(load.mail);
const { Sheet: PlanSheet, warm: warmPlan } = drawnAtOnce(load.plan);
const StopGate = lazy(load.stop);
const WorthSheet = lazy(load.worth);
const KnowSheet = lazy(load.know);
const EditSheet = lazy(load.edit);
const { Sheet: QuickAdd, warm: warmAdd } = drawnAtOnce(load.add);
const FiguresSheet = lazy(load.figures);
const LessonSheet = lazy(load.lesson);
const ProspectingSheet = lazy(load.prospecting);
const OutboxSheet = lazy(load.outbox);
const KeysSheet = lazy(load.keys);

/** Fetches the sheets while nobody waits for them, so that a tap opens one at once. */
export function warmSheets(): void {
  for (const warm of [warmLog, warmPlan, warmAdd]) warm();
}

export function SheetsProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<SheetName | null>(null);
  const sheets = useMemo<Sheets>(() => ({ open: setShown, close: () => setShown(null) }), []);
  return (
    <SheetsContext value={sheets}>
      <ShownContext value={shown}>{children}</ShownContext>
    </SheetsContext>
  );
}

export function SheetHost() {
  const { open, close } = useSheets();
  const shown = useShownSheet();
  const { t } = useTranslation('ui');
  if (!shown) return null;
  const broke = () => {
    close();
    showToast(t('broke'), { tone: 'trouble' });
  };
  return (
    <Caught instead={null} onBreak={broke}>
      <Suspense fallback={null}>
        <AllWords>
          {shown.kind === 'log' && (
            <LogSheet
              key={`${shown.opportunity.id} ${shown.opportunity.held}`}
              opportunity={shown.opportunity}
              draft={shown.draft ?? {}}
              back={shown.back ?? false}
              trouble={shown.trouble ?? null}
              outcome={shown.outcome ?? null}
              {...(shown.entryId && { entryId: shown.entryId })}
              onClose={close}
            />
          )}
          {shown.kind === 'mail' && <MailSheet opportunity={shown.opportunity} onClose={close} />}
          {shown.kind === 'plan' && (
            <PlanSheet
              opportunity={shown.opportunity}
              {...(shown.entryId && { entryId: shown.entryId })}
              onClose={close}
            />
          )}
          {shown.kind === 'stop' && <StopGate opportunity={shown.opportunity} onClose={close} />}
          {shown.kind === 'worth' && <WorthSheet opportunity={shown.opportunity} onClose={close} />}
          {shown.kind === 'know' && <KnowSheet opportunity={shown.opportunity} onClose={close} />}
          {shown.kind === 'edit' && <EditSheet opportunity={shown.opportunity} onClose={close} />}
          {shown.kind === 'add' && <QuickAdd tab={shown.tab ?? 'spoke'} who={shown.who ?? ''} onClose={close} />}
          {shown.kind === 'figures' && <FiguresSheet onClose={() => (shown.back ? open(shown.back) : close())} />}
          {shown.kind === 'lesson' && (
            <LessonSheet number={shown.number} onClose={() => (shown.back ? open(shown.back) : close())} />
          )}
          {shown.kind === 'prospecting' && (
            <ProspectingSheet prospecting={shown.prospecting} stoppedBy={shown.stoppedBy} onClose={close} />
          )}
          {shown.kind === 'outbox' && <OutboxSheet onClose={close} />}
          {shown.kind === 'keys' && <KeysSheet onClose={close} />}
          {shown.kind === 'palette' && <Palette onClose={close} />}
        </AllWords>
      </Suspense>
    </Caught>
  );
}
