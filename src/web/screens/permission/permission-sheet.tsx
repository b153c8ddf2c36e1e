import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonPage } from '#contract/person';
import type { Permission } from '#contract/permission';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { useMayWrite } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { firstNameOf } from '../opportunity/who-is.ts';
import { VerdictMark } from './verdict-mark.tsx';

type Props = { page: PersonPage; permission: Permission; onClose: () => void };

/** Why a channel may, may with care, or may not be used; what to do then; and what may instead. */
export function PermissionSheet({ page, permission, onClose }: Props) {
  const { t } = useTranslation(['permission', 'words']);
  const format = useFormat();
  const mayWrite = useMayWrite();
  const name = firstNameOf(page.person.name);
  const others = page.permission.filter((one) => one.verdict !== 'block' && one.reachable);
  const { override } = permission;
  return (
    <Sheet
      title={t(`permission:lawChannel.${permission.lawChannel}`)}
      about={[
        t(`permission:purpose.${permission.purpose}`),
        permission.until && t('permission:until', { day: format.fullDate(permission.until) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      onClose={onClose}
    >
      <ul className="permission">
        {permission.reasons.map((reason, place) => (
          <li key={reason} className="permission__reason">
            {/* The first decided; what else holds may well speak for it. */}
            {place === 0 && <VerdictMark verdict={permission.verdict} />}
            <span>{t(`permission:reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
      {permission.verdict === 'block' && page.person.objectedOn === null && (
        <p>
          {others.length > 0
            ? t('permission:instead', {
                channels: format.list(others.map((one) => t(`permission:lawChannel.${one.lawChannel}`).toLowerCase())),
              })
            : t('permission:noneInstead', { name })}
        </p>
      )}
      {permission.duties.length > 0 && permission.verdict !== 'block' && (
        <section aria-labelledby="duties">
          <h3 id="duties">{t('permission:duties')}</h3>
          <ul>
            {permission.duties.map((duty) => (
              <li key={duty}>{t(`permission:duty.${duty}`)}</li>
            ))}
          </ul>
        </section>
      )}
      {override && (
        <p className="notice">
          {t('permission:overridden', {
            name: override.member.name,
            day: format.fullDate(override.at.slice(0, 10)),
            reason: override.reason,
          })}
        </p>
      )}
      {mayWrite && permission.verdict === 'warn' && !override && (
        <Override personId={page.person.id} permission={permission} onDone={onClose} />
      )}
      <p className="muted small">
        {t('permission:rule', { rule: permission.ruleId, version: permission.rulesetVersion })} · {permission.source}
      </p>
    </Sheet>
  );
}

const shortest = 10;

function Override({ personId, permission, onDone }: { personId: string; permission: Permission; onDone: () => void }) {
  const { t } = useTranslation(['permission', 'problem']);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const keep = useAct({
    run: () =>
      api.post<Permission>(`/persons/${personId}/permission/overrides`, {
        channel: permission.channel,
        purpose: permission.purpose,
        reason: reason.trim(),
      }),
    says: () => t('permission:overrideDone'),
    quiet: true,
  });
  if (!open)
    return (
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          {t('permission:override')}
        </Button>
      </div>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextArea
        label={t('permission:overrideReason')}
        hint={t('permission:overrideHint')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={keep.error ? t(`problem:${codeOf(keep.error)}`) : undefined}
      />
      <div className="form__acts">
        <Button type="submit" kind="primary" busy={keep.isPending} disabled={reason.trim().length < shortest}>
          {t('permission:overrideAct')}
        </Button>
      </div>
    </form>
  );
}
