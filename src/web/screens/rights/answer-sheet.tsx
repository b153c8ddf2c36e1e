import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RightsRequest } from '#contract/privacy';
import { privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** Done, or refused with the reason. */
export function AnswerSheet({ request, who, onClose }: { request: RightsRequest; who: string; onClose: () => void }) {
  const { t } = useTranslation(['rights', 'ui']);
  const [answer, setAnswer] = useState('');
  const close = useAct({
    run: (state: 'done' | 'refused') =>
      privacyActs.change(request.id, {
        version: request.version,
        state,
        ...(answer.trim() && { answer: answer.trim() }),
      }),
    says: () => t('rights:answered'),
  });
  const act = (state: 'done' | 'refused') => close.mutate(state, { onSuccess: onClose });
  return (
    <Sheet
      title={t('rights:answerTitle', { who })}
      onClose={onClose}
      foot={
        <>
          <Button disabled={!answer.trim() || close.isPending} onClick={() => act('refused')}>
            {t('rights:refuse')}
          </Button>
          <Button kind="primary" busy={close.isPending} onClick={() => act('done')}>
            {t('rights:done')}
          </Button>
        </>
      }
    >
      <TextArea
        data-first=""
        label={t('rights:answer')}
        hint={t('rights:answerBody')}
        maxLength={1000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        optional
      />
    </Sheet>
  );
}

/** Two months more, with the reason that the person is told. */
export function LongerSheet({ request, onClose }: { request: RightsRequest; onClose: () => void }) {
  const { t } = useTranslation(['rights', 'ui']);
  const format = useFormat();
  const [reason, setReason] = useState('');
  const extend = useAct({
    run: () =>
      privacyActs.change(request.id, { version: request.version, extensionReason: reason.trim().slice(0, 200) }),
    says: (after) => t('rights:longerDone', { day: format.shortDay(after.dueOn) }),
  });
  return (
    <Sheet
      title={t('rights:longerTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button
            kind="primary"
            busy={extend.isPending}
            disabled={!reason.trim()}
            onClick={() => extend.mutate(undefined, { onSuccess: onClose })}
          >
            {t('rights:longerAct')}
          </Button>
        </>
      }
    >
      <p>{t('rights:longerBody')}</p>
      <TextArea
        data-first=""
        label={t('rights:longerReason')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Sheet>
  );
}
