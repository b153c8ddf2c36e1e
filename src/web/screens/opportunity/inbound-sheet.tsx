import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { type Channel } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { callNameOf } from './who-is.ts';

const doors: readonly Channel[] = ['call', 'email', 'message', 'linkedin', 'visit'];

/** "X belde net": either they spoke (log it now) or they wait for an answer and head Today. */
export function InboundSheet({ opportunity, onClose }: { opportunity: Opportunity; onClose: () => void }) {
  const { t } = useTranslation(['opportunity', 'words', 'problem']);
  const sheets = useSheets();
  const [channel, setChannel] = useState<Channel>('call');
  const [note, setNote] = useState('');
  const name = callNameOf(opportunity);
  const inbound = useAct({
    run: () => opportunityActs.inbound(opportunity.id, { channel, ...(note.trim() && { note: note.trim() }) }),
    says: () => t('opportunity:inboundDone', { name }),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!inbound.isPending) inbound.mutate(undefined, { onSuccess: onClose });
  };
  const spoke = () => {
    onClose();
    sheets.open({ kind: 'log', opportunity, draft: { channel, note } });
  };
  return (
    <Sheet title={t('opportunity:inboundTitle', { name })} about={t('opportunity:inboundAbout')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Chips
          look="row"
          legend={t('opportunity:inboundChannel')}
          value={channel}
          options={doors.map((one) => ({ value: one, label: t(`words:channel.${one}`) }))}
          onChange={setChannel}
        />
        <TextArea
          label={t('opportunity:inboundNote')}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          optional
        />
        {inbound.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(inbound.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button type="submit" busy={inbound.isPending}>
            {t('opportunity:inboundSave')}
          </Button>
          {opportunity.state === 'open' && (
            <Button kind="primary" size="large" data-first="" onClick={spoke}>
              {t('opportunity:inboundSpoke')}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
