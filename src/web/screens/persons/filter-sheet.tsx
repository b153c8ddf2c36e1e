import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { paces, warmths } from '#core/opportunity/vocabulary';
import { fieldsQuery } from '../../data/board.ts';
import { membersQuery } from '../../data/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Check, Field, Select } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useStages } from '../board/stage-names.ts';
import { filterParams, type FilterParam } from './list-address.ts';

type Values = Partial<Record<FilterParam, string>>;

/** Every filter in one form; what is left empty does not matter. Amounts are typed as people write them. */
export function FilterSheet({
  params,
  onDone,
  onClose,
}: {
  params: URLSearchParams;
  onDone: (values: Record<FilterParam, string | null>) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['list', 'words', 'ui']);
  const format = useFormat();
  const members = useQuery(membersQuery);
  const { stages, nameOf } = useStages();
  const fields = useQuery(fieldsQuery);
  const [values, setValues] = useState<Values>(() => shownOf(params, format.number));
  const field = fields.data?.items.find((one) => one.id === values.field);
  const set = (name: FilterParam) => (event: { target: { value: string } }) =>
    setValues((before) => ({ ...before, [name]: event.target.value }));
  const control = (name: FilterParam) => ({ value: values[name] ?? '', onChange: set(name) });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const money = (text: string | undefined) => (text ? String(format.readMoney(text) ?? '') : '');
    const whole: Values = { ...values, valueFrom: money(values.valueFrom), valueTo: money(values.valueTo) };
    onDone(
      Object.fromEntries(filterParams.map((name) => [name, whole[name]?.trim() || null])) as Record<
        FilterParam,
        string | null
      >,
    );
  };
  const any = <option value="">{t('list:any')}</option>;
  return (
    <Sheet title={t('list:filters')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <div className="form__pair">
          <Select label={t('list:assignee')} {...control('assigneeId')}>
            {any}
            {(members.data?.items ?? [])
              .filter((one) => one.role !== 'viewer')
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </Select>
          <Select label={t('list:stage')} {...control('stage')}>
            {any}
            {stages.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </Select>
          <Select label={t('list:warmth')} {...control('warmth')}>
            {any}
            {warmths.map((one) => (
              <option key={one} value={one}>
                {t(`words:warmth.${one}`)}
              </option>
            ))}
          </Select>
          <Select label={t('list:pace')} {...control('pace')}>
            {any}
            {paces.map((one) => (
              <option key={one} value={one}>
                {t(`words:pace.${one}`)}
              </option>
            ))}
          </Select>
          <Field label={t('list:nextFrom')} type="date" {...control('nextFrom')} />
          <Field label={t('list:nextTo')} type="date" {...control('nextTo')} />
          <Field
            label={t('list:heldFrom')}
            type="number"
            inputMode="numeric"
            min={0}
            max={100000}
            {...control('heldFrom')}
          />
          <Field
            label={t('list:heldTo')}
            type="number"
            inputMode="numeric"
            min={0}
            max={100000}
            {...control('heldTo')}
          />
          <Field label={t('list:valueFrom')} inputMode="decimal" {...control('valueFrom')} />
          <Field label={t('list:valueTo')} inputMode="decimal" {...control('valueTo')} />
        </div>
        <Check
          label={t('list:noValue')}
          checked={values.noValue === 'true'}
          onChange={(event) => setValues((before) => ({ ...before, noValue: event.target.checked ? 'true' : '' }))}
        />
        <Field label={t('list:source')} maxLength={1000} {...control('source')} />
        {(fields.data?.items.length ?? 0) > 0 && (
          <Select
            label={t('list:field')}
            value={values.field ?? ''}
            onChange={(event) => {
              const chosen = event.target.value;
              setValues((before) => ({ ...before, field: chosen, fieldIs: '', fieldFrom: '', fieldTo: '' }));
            }}
          >
            {any}
            {fields.data?.items.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        )}
        {field?.kind === 'text' && (
          <Field label={t('list:fieldIs')} hint={t('list:fieldAny')} {...control('fieldIs')} />
        )}
        {field?.kind === 'choice' && (
          <Select label={t('list:fieldIs')} {...control('fieldIs')}>
            <option value="">{t('list:fieldAny')}</option>
            {field.choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </Select>
        )}
        {(field?.kind === 'number' || field?.kind === 'date') && (
          <div className="form__pair">
            <Field label={t('list:fieldFrom')} type={field.kind} step="any" {...control('fieldFrom')} />
            <Field label={t('list:fieldTo')} type={field.kind} step="any" {...control('fieldTo')} />
          </div>
        )}
        <div className="form__acts">
          <Button
            onClick={() =>
              onDone(Object.fromEntries(filterParams.map((name) => [name, null])) as Record<FilterParam, null>)
            }
          >
            {t('list:filtersClear')}
          </Button>
          <Button kind="primary" size="large" type="submit">
            {t('list:filtersDone')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** Cents as people read amounts. */
function shownOf(params: URLSearchParams, number: (value: number, digits?: number) => string): Values {
  const values: Values = {};
  for (const name of filterParams) {
    const value = params.get(name);
    if (value) values[name] = name.startsWith('value') ? number(Number(value) / 100, 2) : value;
  }
  return values;
}
