import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasisAnswered } from '#contract/permission';
import type { Settings } from '#contract/workspace';
import { bases, legalForms } from '#core/opportunity/vocabulary';
import { contactCountries, senderKinds } from '#core/permission/words';
import { api } from '../../data/client.ts';
import { useMe } from '../../data/me.ts';
import { basisQuery } from '../../data/permission.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Section } from './section.tsx';
import { useSaveWorkspace } from './use-settings-acts.ts';

/** Whose rules hold, what one is to the law, and where people are known from of whom nobody said so. */
export function PermissionSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation('permission');
  const owner = useMe().member.role === 'owner';
  const { save } = useSaveWorkspace(settings.version);
  return (
    <Section id="permission" title={t('settings')} about={t('settingsAbout')}>
      <Select
        label={t('settingsCountry')}
        hint={owner ? undefined : t('ownerOnly')}
        disabled={!owner}
        value={settings.contactCountry ?? ''}
        onChange={(event) =>
          save({ contactCountry: contactCountries.find((one) => one === event.target.value) ?? null })
        }
      >
        <option value="">{t('settingsCountryOwn')}</option>
        {contactCountries.map((country) => (
          <option key={country} value={country}>
            {t(`countryName.${country}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('settingsSender')}
        disabled={!owner}
        value={settings.senderKind}
        onChange={(event) =>
          save({ senderKind: senderKinds.find((one) => one === event.target.value) ?? settings.senderKind })
        }
      >
        {senderKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`senderKind.${kind}`)}
          </option>
        ))}
      </Select>
      <Unverified />
    </Section>
  );
}

/** Answers for many at once, after what that would open was shown. */
function Unverified() {
  const { t } = useTranslation(['permission', 'words']);
  const format = useFormat();
  const [basis, setBasis] = useState<(typeof bases)[number] | ''>('');
  const [legalForm, setLegalForm] = useState<(typeof legalForms)[number] | ''>('');
  // What opens most is not what stands there before anybody chose.
  const answer = { ...(basis && { basis }), ...(legalForm && { legalForm }) };
  const { data } = useQuery(basisQuery(answer));
  const give = useAct({
    run: () => api.post<BasisAnswered>('/basis', { ...answer, basis }),
    says: (out) => t('permission:answered', { count: out.changed }),
    change: (out) => out.changeId,
  });
  if (!data) return null;
  if (data.count === 0) return <p className="muted">{t('permission:unverified', { count: 0 })}</p>;
  const next = Math.min(data.count, data.atOnce);
  return (
    <div className="form">
      <p>
        <strong>{t('permission:unverified', { count: data.count })}</strong>{' '}
        {t('permission:unverifiedBody', { names: format.list(data.examples.map((one) => one.name)) })}
      </p>
      <Select
        label={t('permission:answerBasis')}
        value={basis}
        onChange={(event) => setBasis(bases.find((one) => one === event.target.value) ?? '')}
      >
        <option value="">{t('permission:answerChoose')}</option>
        {bases
          .filter((one) => one !== 'unverified')
          .map((one) => (
            <option key={one} value={one}>
              {t(`words:basis.${one}`)}
            </option>
          ))}
      </Select>
      <Select
        label={t('permission:answerForm')}
        value={legalForm}
        onChange={(event) => setLegalForm(legalForms.find((one) => one === event.target.value) ?? '')}
      >
        <option value="">{t('permission:answerFormKeep')}</option>
        {legalForms.map((one) => (
          <option key={one} value={one}>
            {t(`words:legalForm.${one}`)}
          </option>
        ))}
      </Select>
      <p className="muted" aria-live="polite">
        {t('permission:answerPreview', { count: next, now: data.offeredNow, after: data.offeredThen })}
      </p>
      <div>
        <Button kind="primary" busy={give.isPending} disabled={basis === ''} onClick={() => give.mutate(undefined)}>
          {t('permission:answerAct', { count: next })}
        </Button>
      </div>
    </div>
  );
}
