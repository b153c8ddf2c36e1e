import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarConnection, ConnectCalendar } from '#contract/calendar';
import { codeOf } from '../../data/api-problem.ts';
import { calendarActs } from '../../data/calendar.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';

/** Where one's own calendar is. A password is sent and never shown again. */
export function ConnectForm({ before, onDone }: { before: CalendarConnection | null; onDone: () => void }) {
  const { t } = useTranslation(['calendar', 'ui', 'problem']);
  const [kind, setKind] = useState<ConnectCalendar['kind']>(before?.kind ?? 'caldav');
  const [address, setAddress] = useState(before?.kind === 'caldav' ? before.address : '');
  const [userName, setUserName] = useState(before?.userName ?? '');
  const [password, setPassword] = useState('');
  const connect = useAct({ run: calendarActs.connect, quiet: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (connect.isPending) return;
    const at = address.trim();
    const wish: ConnectCalendar =
      kind === 'ics' ? { kind, address: at } : { kind, address: at, userName: userName.trim(), password };
    connect.mutate(wish, { onSuccess: onDone });
  };
  const code = connect.error && codeOf(connect.error);
  return (
    <form className="settings__form" onSubmit={submit}>
      <Chips
        look="joined"
        legend={t('calendar:ownKind')}
        value={kind}
        options={[
          { value: 'caldav', label: t('calendar:ownCaldav') },
          { value: 'ics', label: t('calendar:ownIcs') },
        ]}
        onChange={setKind}
      />
      <Field
        label={t(kind === 'ics' ? 'calendar:ownIcsAddress' : 'calendar:ownServer')}
        hint={t(kind === 'ics' ? 'calendar:ownIcsHint' : 'calendar:ownServerHint')}
        error={code === 'invalid_request' && t('calendar:ownAddressWrong')}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={2000}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      {kind === 'caldav' && (
        <>
          <Field
            label={t('calendar:phoneUser')}
            autoComplete="off"
            spellCheck={false}
            required
            maxLength={254}
            value={userName}
            onChange={(event) => setUserName(event.target.value)}
          />
          <Field
            label={t('calendar:phonePassword')}
            hint={t('calendar:ownPasswordHint')}
            type="password"
            autoComplete="off"
            required
            maxLength={1000}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </>
      )}
      {code && code !== 'invalid_request' && (
        <p className="field__error" role="alert">
          {t(`problem:${code}`)}
        </p>
      )}
      <div className="calendar__acts">
        <Button type="submit" kind={before ? 'primary' : 'plain'} busy={connect.isPending}>
          {t('calendar:ownConnect')}
        </Button>
        {before && <Button onClick={onDone}>{t('ui:cancel')}</Button>}
      </div>
    </form>
  );
}
