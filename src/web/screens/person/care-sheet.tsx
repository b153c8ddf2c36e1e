import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogCare } from '#contract/person';
import { channels, intents, type Channel, type Intent, type Outcome } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { newId } from '../../data/new-id.ts';
import type { CareLogged } from '../../data/shapes.ts';
import { useAct } from '../../data/use-act.ts';
import { Chips } from '../../ui/chips.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { OutcomeGrid } from '../log/outcome-grid.tsx';
import { When } from '../plan/when.tsx';
import { BeforeYouSpeak } from '../relationship/before-you-speak.tsx';
import '../log/log-sheet.css';

type Props = { personId: string; name: string; channel: Channel | null; onClose: () => void };

/** A sale, a "nu niet" or an appointment about a deal belongs to an opportunity, not to care. */
const notCare: readonly Outcome[] = ['interested', 'appointment', 'not_now', 'declined', 'bought'];
const again = ['month', 'quarter', 'half_year'] as const;

/** A moment of relationship: no opportunity, no number, no euro (product.md, definition 3). */
export function CareSheet({ personId, name, channel: planned, onClose }: Props) {
  const { t } = useTranslation(['care', 'log', 'words', 'relationship', 'problem']);
  const [channel, setChannel] = useState<Channel>(planned ?? 'call');
  const [note, setNote] = useState('');
  const [nextOn, setNextOn] = useState<string | null>(null);
  const [intent, setIntent] = useState<Intent>('give');
  const clientId = useRef(newId());
  const log = useAct({
    run: (body: LogCare) => api.post<CareLogged>(`/persons/${personId}/moments`, body, body.clientId),
    says: (out) => t('log:care', { outcome: t(`words:outcome.${out.moment.outcome}`).toLowerCase() }),
    change: (out) => out.changeId,
    quiet: true,
  });
  const save = (outcome: Outcome) => {
    if (log.isPending) return;
    log.mutate(
      {
        channel,
        outcome,
        clientId: clientId.current,
        ...(note.trim() && { note: note.trim() }),
        ...(nextOn && { nextOn }),
        intent,
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Sheet title={t('care:title', { name })} about={t('care:about')} onClose={onClose}>
      {log.error && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(log.error)}`)}
        </p>
      )}
      <Chips
        look="row"
        legend={t('log:channel')}
        value={channel}
        options={channels.map((one) => ({ value: one, label: t(`words:channel.${one}`) }))}
        onChange={setChannel}
      />
      <TextArea
        label={t('log:note')}
        rows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        optional
      />
      <BeforeYouSpeak personId={personId} />
      <Chips
        shown
        look="joined"
        legend={t('relationship:asked')}
        value={intent}
        options={intents.map((one) => ({
          value: one,
          label: t(one === 'give' ? 'relationship:gave' : 'relationship:askedIt'),
        }))}
        onChange={setIntent}
      />
      <When legend={t('care:again')} value={nextOn} onChange={setNextOn} names={again} />
      <div className="log__outcome">
        <OutcomeGrid onTap={save} without={notCare} />
      </div>
    </Sheet>
  );
}
