import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Pencil } from 'lucide-react';
import type { CustomField, CustomValues } from '#contract/custom-field';
import type { FieldOwner } from '#core/custom-field/custom-field';
import { boardActs, fieldsQuery } from '../../data/board.ts';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFieldWords } from './use-field-words.ts';
import './own-fields.css';

type Record_ = { id: string; version: number; custom: CustomValues };
type Props = { of: FieldOwner; record: Record_; name: string };

/** The fields of one's own and what is in them; nothing where there are none. */
export function OwnFields({ of, record, name }: Props) {
  const { t } = useTranslation('fields');
  const { data } = useQuery(fieldsQuery);
  const mayWrite = useMayWrite();
  const words = useFieldWords();
  const [editing, setEditing] = useState(false);
  const fields = (data?.items ?? []).filter((field) => field.of === of);
  if (fields.length === 0) return null;
  const filled = fields.filter((field) => record.custom[field.id] !== undefined);
  return (
    <div className="own">
      {filled.length === 0 && <p className="muted small own__none">{fields.map((field) => field.name).join(', ')}</p>}
      <dl className="own__list">
        {filled.map((field) => (
          <div key={field.id}>
            <dt className="muted small">{field.name}</dt>
            <dd>{words(field, record.custom[field.id]) ?? t('empty')}</dd>
          </div>
        ))}
      </dl>
      {mayWrite && (
        <Button
          size="small"
          kind="quiet"
          icon={<Pencil size={14} aria-hidden="true" />}
          aria-label={t('editOf', { name })}
          onClick={() => setEditing(true)}
        >
          {t('edit')}
        </Button>
      )}
      {editing && <EditSheet of={of} record={record} name={name} fields={fields} onClose={() => setEditing(false)} />}
    </div>
  );
}

function EditSheet({
  of,
  record,
  name,
  fields,
  onClose,
}: Props & { fields: readonly CustomField[]; onClose: () => void }) {
  const { t } = useTranslation(['fields', 'ui', 'problem']);
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((field) => [field.id, String(record.custom[field.id] ?? '')])),
  );
  const save = useAct({
    run: () =>
      boardActs.setValues(of, record.id, {
        version: record.version,
        values: Object.fromEntries(
          fields.map((field) => {
            const text = (texts[field.id] ?? '').trim();
            return [field.id, text === '' ? null : field.kind === 'number' ? Number(text.replace(',', '.')) : text];
          }),
        ),
      }),
    says: () => t('fields:saved'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(undefined, { onSuccess: onClose });
  };
  const control = (field: CustomField, place: number) => ({
    label: field.name,
    value: texts[field.id] ?? '',
    'data-first': place === 0 ? '' : undefined,
    onChange: (event: { target: { value: string } }) => {
      const { value } = event.target;
      setTexts((before) => ({ ...before, [field.id]: value }));
    },
  });
  return (
    <Sheet title={t('fields:title')} about={name} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {fields.map((field, place) =>
          field.kind === 'choice' ? (
            <Select key={field.id} {...control(field, place)}>
              <option value="">{t('fields:empty')}</option>
              {field.choices.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.name}
                </option>
              ))}
            </Select>
          ) : (
            <Field
              key={field.id}
              {...control(field, place)}
              type={field.kind === 'text' ? 'text' : field.kind}
              {...(field.kind === 'text' && { maxLength: 1000 })}
              {...(field.kind === 'number' && { step: 'any' })}
            />
          ),
        )}
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
