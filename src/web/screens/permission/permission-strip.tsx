import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonPage } from '#contract/person';
import type { Permission } from '#contract/permission';
import { useMayWrite } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ChannelIcon } from '../log/channel-icon.tsx';
import { firstNameOf } from '../opportunity/who-is.ts';
import { Consents } from './consents.tsx';
import { PermissionSheet } from './permission-sheet.tsx';
import { useObject } from './use-object.ts';
import { VerdictMark } from './verdict-mark.tsx';
import './permission.css';

/** "May I contact them?": the six channels of the law, with yes, careful or no, why, and until when. */
export function PermissionStrip({ page }: { page: PersonPage }) {
  const { t } = useTranslation(['permission', 'words']);
  const mayWrite = useMayWrite();
  const [shown, setShown] = useState<Permission['channel'] | null>(null);
  const { person, permission } = page;
  const object = useObject(person);
  const opened = permission.find((one) => one.channel === shown);
  const none = permission.every((one) => one.verdict === 'block' || !one.reachable);
  return (
    <section className="card permission" aria-labelledby="permission">
      <header className="permission__head">
        <h2 id="permission">{t('permission:title')}</h2>
        {mayWrite && person.objectedOn === null && (
          <Button size="small" busy={object.isPending} onClick={() => object.mutate(undefined)}>
            {t('permission:object')}
          </Button>
        )}
      </header>
      {none && person.objectedOn === null && (
        <p className="small">
          <strong>{t('permission:wait')}.</strong> {t('permission:waitBody', { name: firstNameOf(person.name) })}
        </p>
      )}
      <ul className="permission__strip">
        {alike(permission).map((group) => (
          <li key={group[0].channel} className="permission__group">
            <VerdictMark verdict={group[0].verdict} />
            <p className="permission__ground">
              <Ground permission={group[0]} />
            </p>
            <div className="permission__channels">
              {group.map((one) => (
                <button
                  key={one.channel}
                  type="button"
                  className="permission__channel"
                  onClick={() => setShown(one.channel)}
                >
                  <ChannelIcon channel={one.channel} size={18} />
                  <span>
                    {t(`permission:lawChannel.${one.lawChannel}`)}
                    <span className="only-read">, {t(`permission:verdict.${one.verdict}`)}</span>
                    {!one.reachable && <span className="muted small"> ({t('permission:noAddress')})</span>}
                  </span>
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Consents page={page} />
      {opened && <PermissionSheet page={page} permission={opened} onClose={() => setShown(null)} />}
    </section>
  );
}

type Group = [Permission, ...Permission[]];

/** Channels of one verdict, for one reason and as long, are told together: a reason is read once. In the order of the law's six. */
function alike(permissions: readonly Permission[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of permissions) {
    const key = [one.verdict, one.reasons[0], lasting(one.reasons), one.until].join(' ');
    const present = groups.get(key);
    if (present) present.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** What the day belongs to until which it holds: not to the hour or the Sunday that it is now. */
const lasting = (reasons: Permission['reasons']) => reasons.find((one) => one !== 'late_or_early' && one !== 'sunday');

function Ground({ permission: { verdict, reasons, until } }: { permission: Permission }) {
  const { t } = useTranslation('permission');
  const format = useFormat();
  const [reason] = reasons;
  const ground = lasting(reasons);
  return (
    <>
      {reason && t(`reason.${reason}`)}
      {until && verdict !== 'block' && (
        <>
          {ground !== undefined && ground !== reason && ` ${t(`reason.${ground}`)}`}
          <span className="muted"> {sentence(t('until', { day: format.fullDate(until) }))}</span>
        </>
      )}
    </>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
