import { useTranslation } from 'react-i18next';
import type { ImportProof } from '#contract/permission';
import { useMe } from '../../data/me.ts';
import { Check, Field, TextArea } from '../../ui/field.tsx';
import { ChannelChecks } from '../permission/channel-checks.tsx';

type Props = { value: ImportProof | null; onChange: (value: ImportProof | null) => void };

/** Where they are known from says little when it must be shown: the form that they signed, kept with everybody in the file. */
export function ProofQuestion({ value, onChange }: Props) {
  const { t } = useTranslation('permission');
  const { today, member } = useMe();
  return (
    <div className="form">
      <Check
        label={t('proof')}
        checked={value !== null}
        onChange={(event) =>
          onChange(
            event.target.checked
              ? { channels: ['call'], wording: '', language: member.language, givenOn: today }
              : null,
          )
        }
      />
      <p className="muted small">{t('proofHint')}</p>
      {value && (
        <>
          <TextArea
            label={t('proofWording')}
            required
            value={value.wording}
            onChange={(event) => onChange({ ...value, wording: event.target.value })}
          />
          <ChannelChecks
            legend={t('proofChannels')}
            value={value.channels}
            onChange={(channels) => onChange({ ...value, channels })}
          />
          <Field
            label={t('proofOn')}
            type="date"
            max={today}
            value={value.givenOn}
            onChange={(event) => event.target.value !== '' && onChange({ ...value, givenOn: event.target.value })}
          />
          <Field
            label={t('proofSource')}
            value={value.source ?? ''}
            onChange={(event) => onChange({ ...value, source: event.target.value })}
            optional
          />
        </>
      )}
    </div>
  );
}
