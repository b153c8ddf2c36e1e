import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#contract/person';
import { legalForms } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { AddressFields } from '../person/address-fields.tsx';
import { CountrySelect } from '../permission/country-select.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function EditOrganisationSheet({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useTranslation(['organisation', 'words', 'ui', 'problem']);
  const [name, setName] = useState(organisation.name);
  const [legalForm, setLegalForm] = useState(organisation.legalForm);
  const [place, setPlace] = useState({
    street: organisation.street ?? '',
    postcode: organisation.postcode ?? '',
    city: organisation.city ?? '',
    country: organisation.country ?? '',
  });
  const fill = (part: Partial<typeof place>) => setPlace((before) => ({ ...before, ...part }));
  const orNull = (text: string) => text.trim() || null;
  const save = useAct({
    run: () =>
      api.patch<Organisation>(`/organisations/${organisation.id}`, {
        version: organisation.version,
        name: name.trim(),
        legalForm,
        street: orNull(place.street),
        postcode: orNull(place.postcode),
        city: orNull(place.city),
        country: orNull(place.country),
      }),
    says: () => t('ui:saved'),
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Sheet title={t('organisation:edit')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t('organisation:name')}
          required
          maxLength={200}
          data-first=""
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={t('organisation:legalForm')}
          value={legalForm}
          onChange={(event) => setLegalForm(legalForms.find((one) => one === event.target.value) ?? legalForm)}
        >
          {legalForms.map((one) => (
            <option key={one} value={one}>
              {t(`words:legalForm.${one}`)}
            </option>
          ))}
        </Select>
        <AddressFields value={place} fill={fill} />
        <CountrySelect
          value={place.country}
          none={t('organisation:countryNone')}
          onChange={(country) => fill({ country })}
        />
        {save.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={save.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
