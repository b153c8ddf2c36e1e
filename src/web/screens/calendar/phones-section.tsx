import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarAndPhone, PhoneConnected } from '#contract/calendar';
import { calendarActs } from '../../data/calendar.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Section } from '../settings/section.tsx';
import { Once } from './once.tsx';
import { StopSheet } from './stop-sheet.tsx';

/** Telephones that show who calls: each with a password of its own, which ends without touching the others. */
export function PhonesSection({ phones }: { phones: CalendarAndPhone['phones'] }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const [name, setName] = useState('');
  const [shown, setShown] = useState<PhoneConnected | null>(null);
  const [ending, setEnding] = useState<{ id: string; name: string } | null>(null);
  const connect = useAct({ run: calendarActs.connectPhone });
  const end = useAct({ run: calendarActs.disconnectPhone, says: () => t('phoneRevoked') });
  const day = (instant: string) => format.fullDate(instant.slice(0, 10));
  return (
    <Section id="phones" title={t('phone')} about={t('phoneBody')}>
      {phones.length === 0 && shown === null && <p className="muted">{t('phoneNone')}</p>}
      {phones.length > 0 && (
        <ul className="settings__list">
          {phones.map((phone) => (
            <li key={phone.id}>
              <span>
                <strong>{phone.name}</strong>
                <span className="muted small settings__line">
                  {t('feedMade', { day: day(phone.createdAt) })}{' '}
                  {phone.lastUsedAt === null ? t('feedUnread') : t('feedRead', { day: day(phone.lastUsedAt) })}
                </span>
              </span>
              <Button aria-label={t('phoneRevokeFor', { name: phone.name })} onClick={() => setEnding(phone)}>
                {t('phoneRevoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {shown === null ? (
        <form
          className="settings__form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!name.trim()) return;
            connect.mutate(name.trim(), {
              onSuccess: (made) => {
                setShown(made);
                setName('');
              },
            });
          }}
        >
          <Field
            label={t('phoneName')}
            placeholder={t('phoneNamePlaceholder')}
            maxLength={100}
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <div>
            <Button type="submit" busy={connect.isPending}>
              {t('phoneMake')}
            </Button>
          </div>
        </form>
      ) : (
        <Once
          about={t('phoneOnce')}
          values={[
            { label: t('phoneServer'), text: shown.address },
            { label: t('phoneUser'), text: shown.user },
            { label: t('phonePassword'), text: shown.password },
          ]}
          onDone={() => setShown(null)}
        >
          {!shown.address.startsWith('https:') && <p>{t('phoneHttps')}</p>}
          <h3>{t('phoneIphone')}</h3>
          <p>{t('phoneIphoneSteps')}</p>
          <h3>{t('phoneAndroid')}</h3>
          <p>{t('phoneAndroidSteps')}</p>
        </Once>
      )}
      {ending && (
        <StopSheet
          title={t('phoneRevokeAsk', { name: ending.name })}
          body={t('phoneRevokeBody')}
          act={t('phoneRevoke')}
          busy={end.isPending}
          onStop={() => end.mutate(ending.id, { onSuccess: () => setEnding(null) })}
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  );
}
