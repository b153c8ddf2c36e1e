import { useTranslation } from 'react-i18next';
import type { MailDraft, MailDraftQuery } from '#contract/composer';
import { type MergeField, mergeFields } from '#core/composer/merge-fields';
import { templateSteps } from '#core/composer/template';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Select } from '../../ui/field.tsx';

type Props = {
  draft: MailDraft;
  onWish: (part: MailDraftQuery) => void;
  onField: (field: MergeField) => void;
};

/** In which language and form, with which template, and what else to put in. */
export function MailChoices({ draft, onWish, onField }: Props) {
  const { t } = useTranslation('composer');
  return (
    <details className="fold">
      <summary>{t('more')}</summary>
      <div className="composer__choices">
        <p className="muted small">{t('replace')}</p>
        <Chips
          shown
          legend={t('language')}
          value={draft.language}
          options={[
            { value: 'nl', label: t('nl') },
            { value: 'en', label: t('en') },
          ]}
          onChange={(language) => onWish({ language })}
        />
        {draft.language === 'nl' && (
          <Chips
            shown
            legend={t('form')}
            value={draft.form}
            options={[
              { value: 'je', label: t('je') },
              { value: 'u', label: t('u') },
            ]}
            onChange={(form) => onWish({ form })}
          />
        )}
        <Select label={t('step')} value={draft.step} onChange={(event) => onWish({ step: Number(event.target.value) })}>
          {Array.from({ length: templateSteps }, (_, at) => (
            <option key={at} value={at + 1}>
              {at + 1}
            </option>
          ))}
        </Select>
        <fieldset className="composer__fields">
          <legend>{t('fields')}</legend>
          {mergeFields.map((field) => (
            <Button key={field} size="small" onClick={() => onField(field)}>
              {t(`field.${field}`)}
            </Button>
          ))}
        </fieldset>
      </div>
    </details>
  );
}
