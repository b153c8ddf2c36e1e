import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prospecting, UpdateProspecting } from '#contract/prospecting';
import { prospectingActs } from '../../data/prospecting.ts';
import { useAct, useUndo } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useFormat } from '../../ui/use-format.ts';

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Math.trunc(Number(text)));

/** The timer has been stopped and what it says is saved; here one may say it was otherwise. */
export function ProspectingSheet({
  prospecting,
  stoppedBy,
  onClose,
}: {
  prospecting: Prospecting;
  /** The change that stopped it just now; null when it is asked about later. */
  stoppedBy: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('prospecting');
  const format = useFormat();
  const { id, version, capped, made } = prospecting;
  const [minutes, setMinutes] = useState(capped ? '' : String(prospecting.minutes ?? ''));
  const [found, setFound] = useState(String(prospecting.found ?? 0));
  const correct = useAct({
    run: (change: UpdateProspecting) => prospectingActs.correct(id, change),
    says: ({ prospecting: now }) =>
      t('saved', { minutes: format.minutes(now.minutes ?? 0), found: format.number(now.found ?? 0) }),
    change: (out) => out.changeId,
  });
  const discard = useAct({
    run: () => prospectingActs.discard(id),
    says: () => t('discarded'),
    change: (out) => out.changeId,
  });
  const undo = useUndo();
  // Closed without an answer: it says what counts now, with the way back.
  const leave = () => {
    if (stoppedBy !== null && !capped)
      showToast(
        t('saved', { minutes: format.minutes(prospecting.minutes ?? 0), found: format.number(prospecting.found ?? 0) }),
        { undo: () => void undo(stoppedBy) },
      );
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = { minutes: numberOf(minutes), found: numberOf(found) };
    if (said.minutes === null || said.found === null || correct.isPending) return;
    if (!capped && said.minutes === prospecting.minutes && said.found === prospecting.found) return onClose();
    correct.mutate({ version, minutes: said.minutes, found: said.found }, { onSuccess: onClose });
  };
  return (
    <Sheet title={t(capped ? 'titleAsk' : 'title')} onClose={leave}>
      <form className="form" onSubmit={submit}>
        {capped && <p>{t('capped')}</p>}
        <Field
          label={t('minutes')}
          type="number"
          inputMode="numeric"
          min={0}
          max={1440}
          required
          {...(capped && { 'data-first': '' })}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Field
          label={t('foundLabel')}
          hint={made > 0 ? t('made', { count: made }) : undefined}
          type="number"
          inputMode="numeric"
          min={0}
          max={10_000}
          required
          value={found}
          onChange={(event) => setFound(event.target.value)}
        />
        <div className="form__acts">
          <Button busy={discard.isPending} onClick={() => discard.mutate(undefined, { onSuccess: onClose })}>
            {t('discard')}
          </Button>
          <Button
            kind="primary"
            size="large"
            type="submit"
            busy={correct.isPending}
            {...(!capped && { 'data-first': '' })}
          >
            {t('right')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
