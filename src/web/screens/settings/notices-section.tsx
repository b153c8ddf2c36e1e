import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UpdatePush } from '#contract/push';
import { keys } from '../../data/keys.ts';
import { pushActs, pushQuery } from '../../data/push.ts';
import { useAct } from '../../data/use-act.ts';
import { canPush, unsubscribe } from '../../offline/push-device.ts';
import { Button } from '../../ui/button.tsx';
import { Check, Field } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useWhen } from '../offline/offline-bar.tsx';
import { Section } from './section.tsx';
import { useThisDevice } from './use-this-device.ts';

/** What one is told, when, and on which devices. */
export function NoticesSection() {
  const { t } = useTranslation(['notice', 'ui']);
  const format = useFormat();
  const when = useWhen();
  const client = useQueryClient();
  const { push, here, add, busy } = useThisDevice(true);
  const change = useAct({
    run: (wish: Omit<UpdatePush, 'version'>) => pushActs.change({ ...wish, version: push.data?.version ?? 1 }),
    says: (saved) => {
      client.setQueryData(pushQuery.queryKey, saved);
      return t('ui:saved');
    },
  });
  const remove = useAct({
    run: async (id: string) => {
      if (id === here?.id) await unsubscribe();
      await pushActs.remove(id);
      await client.invalidateQueries({ queryKey: keys.ownEndpoint });
    },
    says: () => t('notice:removed'),
  });
  const { data } = push;
  if (!data) return null;
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return (
    <Section id="notices" title={t('notice:title')} about={t('notice:body')}>
      <div className="form">
        <Check
          label={t('notice:wantMorning')}
          checked={data.morning}
          onChange={(event) => change.mutate({ morning: event.target.checked })}
        />
        {data.morning && (
          <Field
            label={t('notice:wantMorningAt')}
            type="time"
            required
            value={clock(data.morningAt)}
            onChange={(event) => {
              if (event.target.value !== '') change.mutate({ morningAt: minutes(event.target.value) });
            }}
          />
        )}
        <Check
          label={t('notice:wantWaiting')}
          checked={data.waiting}
          onChange={(event) => change.mutate({ waiting: event.target.checked })}
        />
        <Check
          label={t('notice:wantNames')}
          checked={data.names}
          onChange={(event) => change.mutate({ names: event.target.checked })}
        />
      </div>
      <h3>{t('notice:devices')}</h3>
      {data.devices.length === 0 && <p className="muted">{t('notice:none')}</p>}
      <ul>
        {data.devices.map((device) => (
          <li key={device.id} className="line">
            <div className="line__what">
              <p>
                {device.name}
                {device.id === here?.id && ` (${t('notice:here')})`}
              </p>
              <p className="muted small">
                {t('notice:added', { day: format.fullDate(device.createdAt.slice(0, 10)) })}
                {device.lastSentAt && ` · ${t('notice:lastSent', { when: when(device.lastSentAt) })}`}
              </p>
            </div>
            <Button
              size="small"
              aria-label={t('notice:removeFor', { name: device.name })}
              onClick={() => remove.mutate(device.id)}
            >
              {t('notice:remove')}
            </Button>
          </li>
        ))}
      </ul>
      {!canPush() && <p className="muted">{t('notice:impossible')}</p>}
      {canPush() && !here && (
        <div>
          <Button busy={busy} onClick={() => void add()}>
            {t('notice:add')}
          </Button>
        </div>
      )}
    </Section>
  );
}
