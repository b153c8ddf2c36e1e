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

/** "May I contact them?": the six channels of the law, each with yes, careful or no, on what that rests, and until when. */
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
        {permission.map((one) => (
          <li key={one.channel}>
            <button type="button" className="permission__channel" onClick={() => setShown(one.channel)}>
              <ChannelIcon channel={one.channel} size={18} />
              <span className="permission__name">{t(`permission:lawChannel.${one.lawChannel}`)}</span>
              <VerdictMark verdict={one.verdict} />
              <span className="permission__ground">
                <Ground permission={one} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Consents page={page} />
      {opened && <PermissionSheet page={page} permission={opened} onClose={() => setShown(null)} />}
    </section>
  );
}

function Ground({ permission }: { permission: Permission }) {
  const { t } = useTranslation('permission');
  const format = useFormat();
  return (
    <>
      {t(`basis.${permission.basis}`)}
      {permission.until && `, ${t('until', { day: format.fullDate(permission.until) })}`}
      {!permission.reachable && ` · ${t('noAddress')}`}
    </>
  );
}
