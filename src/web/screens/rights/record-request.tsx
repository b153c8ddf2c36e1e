import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RequestKind, requestKinds, type RequestWay, requestWays } from '#core/privacy/vocabulary';
import { useMe } from '../../data/me.ts';
import { privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** Writes down a request, of somebody who is here or of a name. */
export function RecordRequest({ personId }: { personId?: string }) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const { today } = useMe();
  const [who, setWho] = useState('');
  const [kind, setKind] = useState<RequestKind>('access');
  const [receivedBy, setReceivedBy] = useState<RequestWay>('email');
  const [receivedOn, setReceivedOn] = useState(today);
  const record = useAct({
    run: () => privacyActs.record({ ...(personId ? { personId } : { who: who.trim() }), kind, receivedBy, receivedOn }),
    says: (made) => t('recorded', { day: format.shortDay(made.dueOn) }),
  });
  return (
    <form
      className="rights__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (personId || who.trim()) record.mutate(undefined, { onSuccess: () => setWho('') });
      }}
    >
      {!personId && (
        <Field
          label={t('who')}
          hint={t('whoHint')}
          required
          maxLength={200}
          value={who}
          onChange={(event) => setWho(event.target.value)}
        />
      )}
      <Select
        label={t('what')}
        value={kind}
        onChange={(event) => setKind(requestKinds.find((one) => one === event.target.value) ?? kind)}
      >
        {requestKinds.map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </Select>
      <Field
        label={t('receivedOn')}
        type="date"
        max={today}
        required
        value={receivedOn}
        onChange={(event) => setReceivedOn(event.target.value)}
      />
      <Select
        label={t('receivedBy')}
        value={receivedBy}
        onChange={(event) => setReceivedBy(requestWays.find((one) => one === event.target.value) ?? receivedBy)}
      >
        {requestWays.map((one) => (
          <option key={one} value={one}>
            {t(`way.${one}`)}
          </option>
        ))}
      </Select>
      <div>
        <Button type="submit" busy={record.isPending}>
          {t('recordAct')}
        </Button>
      </div>
    </form>
  );
}
