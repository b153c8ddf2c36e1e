import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readablePhone } from '#i18n/phone';
import type { Person } from '#contract/person';
import { bases, legalForms } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Check, Field, Select } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CountrySelect } from '../permission/country-select.tsx';
import { AddressFields } from './address-fields.tsx';
import { useUpdatePerson } from './use-update-person.ts';

/** Name, addresses, and what contacting them rests on. */
export function EditPersonSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['person', 'permission', 'words', 'ui', 'problem']);
  const [form, setForm] = useState({
    name: person.name,
    phone: readablePhone(person.phone ?? ''),
    email: person.email ?? '',
    linkedin: person.linkedin ?? '',
    street: person.street ?? '',
    postcode: person.postcode ?? '',
    city: person.city ?? '',
    legalForm: person.legalForm,
    basis: person.basis,
    country: person.country ?? '',
    nonMailing: person.nonMailing,
    phonePrivate: person.phonePrivate,
  });
  const fill = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const update = useUpdatePerson(person, () => t('ui:saved'));
  const code = update.error && codeOf(update.error);
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (update.isPending) return;
    update.mutate(
      {
        ...form,
        name: form.name.trim(),
        phone: orNull(form.phone),
        email: orNull(form.email),
        linkedin: orNull(form.linkedin),
        street: orNull(form.street),
        postcode: orNull(form.postcode),
        city: orNull(form.city),
        country: orNull(form.country),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Sheet title={t('person:editTitle', { name: person.name })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t('person:name')}
          required
          maxLength={200}
          data-first=""
          value={form.name}
          onChange={(event) => fill({ name: event.target.value })}
        />
        <Field
          label={t('person:phone')}
          type="tel"
          error={code === 'phone_invalid' && t('problem:phone_invalid')}
          value={form.phone}
          onChange={(event) => fill({ phone: event.target.value })}
          optional
        />
        <Field
          label={t('person:email')}
          type="email"
          error={code === 'email_invalid' && t('problem:email_invalid')}
          value={form.email}
          onChange={(event) => fill({ email: event.target.value })}
          optional
        />
        <Field
          label={t('person:linkedin')}
          value={form.linkedin}
          onChange={(event) => fill({ linkedin: event.target.value })}
          optional
        />
        <AddressFields value={form} fill={fill} />
        <CountrySelect
          value={form.country}
          none={t('permission:countryAuto')}
          onChange={(country) => fill({ country })}
        />
        <Select
          label={t('person:legalForm')}
          value={form.legalForm}
          onChange={(event) =>
            fill({ legalForm: legalForms.find((one) => one === event.target.value) ?? form.legalForm })
          }
        >
          {legalForms.map((one) => (
            <option key={one} value={one}>
              {t(`words:legalForm.${one}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t('person:basis')}
          value={form.basis}
          onChange={(event) => fill({ basis: bases.find((one) => one === event.target.value) ?? form.basis })}
        >
          {bases.map((one) => (
            <option key={one} value={one}>
              {t(`words:basis.${one}`)}
            </option>
          ))}
        </Select>
        <Check
          label={t('permission:phonePrivate')}
          checked={form.phonePrivate}
          onChange={(event) => fill({ phonePrivate: event.target.checked })}
        />
        <Check
          label={t('permission:nonMailing')}
          checked={form.nonMailing}
          onChange={(event) => fill({ nonMailing: event.target.checked })}
        />
        {code && code !== 'phone_invalid' && code !== 'email_invalid' && (
          <p className="field__error" role="alert">
            {t(`problem:${code}`)}
          </p>
        )}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={update.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
