import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Plus, Trash2, Undo2 } from 'lucide-react';
import type { CustomFieldList } from '#contract/custom-field';
import { fieldKinds, fieldOwners, mostFields, type FieldKind, type FieldOwner } from '#core/custom-field/custom-field';
import { boardActs, fieldsQuery } from '../../data/board.ts';
import { codeOf } from '../../data/api-problem.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';

type Draft = {
  id: string | null;
  made: number;
  of: FieldOwner;
  kind: FieldKind;
  name: string;
  choices: string;
  gone: boolean;
};

const kindWords = { text: 'kindText', number: 'kindNumber', date: 'kindDate', choice: 'kindChoice' } as const;
const ofWords = { person: 'ofPerson', opportunity: 'ofOpportunity' } as const;

/** Fields of one's own: added, renamed, taken away. What it is of and its kind are chosen once. */
export function FieldsSection({ mayChange }: { mayChange: boolean }) {
  const { data } = useQuery(fieldsQuery);
  return data ? <Form key={data.version} list={data} mayChange={mayChange} /> : null;
}

function Form({ list, mayChange }: { list: CustomFieldList; mayChange: boolean }) {
  const { t } = useTranslation(['fields', 'problem', 'ui']);
  const client = useQueryClient();
  const first = list.items.map((field, made): Draft => ({
    ...field,
    made,
    choices: field.choices.map((choice) => choice.name).join('\n'),
    gone: false,
  }));
  const [draft, setDraft] = useState(first);
  const changed = JSON.stringify(draft) !== JSON.stringify(first);
  const change = (at: number, part: Partial<Draft>) =>
    setDraft((before) => before.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const save = useAct({
    run: () =>
      boardActs.setFields({
        version: list.version,
        fields: draft
          .filter((one) => !one.gone)
          .map(({ id, of, kind, name, choices }) => ({
            ...(id !== null && { id }),
            of,
            kind,
            name: name.trim(),
            ...(kind === 'choice' && { choices: choicesOf(list, id, choices) }),
          })),
      }),
    says: () => t('ui:saved'),
    quiet: true,
  });
  return (
    <Section id="fields" title={t('fields:title')} about={t('fields:body')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, { onSuccess: (saved) => client.setQueryData(fieldsQuery.queryKey, saved) });
        }}
      >
        {draft.length === 0 && <p className="muted">{t('fields:none')}</p>}
        <ul className="own-fields">
          {draft.map((one, at) => (
            <li key={one.id ?? `new ${one.made}`} className="own-fields__row">
              {one.gone ? (
                <p>
                  <s>{one.name}</s> <span className="muted">{t('fields:removeAsk')}</span>
                </p>
              ) : (
                <>
                  <Field
                    label={t('fields:nameOf', { number: at + 1 })}
                    required
                    maxLength={200}
                    disabled={!mayChange}
                    value={one.name}
                    onChange={(event) => change(at, { name: event.target.value })}
                  />
                  <Select
                    label={t('fields:of')}
                    disabled={one.id !== null || !mayChange}
                    value={one.of}
                    onChange={(event) =>
                      change(at, { of: fieldOwners.find((of) => of === event.target.value) ?? one.of })
                    }
                  >
                    {fieldOwners.map((of) => (
                      <option key={of} value={of}>
                        {t(`fields:${ofWords[of]}`)}
                      </option>
                    ))}
                  </Select>
                  <Select
                    label={t('fields:kind')}
                    disabled={one.id !== null || !mayChange}
                    value={one.kind}
                    onChange={(event) =>
                      change(at, { kind: fieldKinds.find((kind) => kind === event.target.value) ?? one.kind })
                    }
                  >
                    {fieldKinds.map((kind) => (
                      <option key={kind} value={kind}>
                        {t(`fields:${kindWords[kind]}`)}
                      </option>
                    ))}
                  </Select>
                  {one.kind === 'choice' && (
                    <div className="own-fields__choices">
                      <TextArea
                        label={t('fields:choices')}
                        required
                        disabled={!mayChange}
                        value={one.choices}
                        onChange={(event) => change(at, { choices: event.target.value })}
                      />
                    </div>
                  )}
                </>
              )}
              {mayChange && (
                <Button
                  kind="quiet"
                  aria-label={t(one.gone ? 'fields:keep' : 'fields:remove', { name: one.name })}
                  onClick={() =>
                    one.id === null
                      ? setDraft((before) => before.filter((_, place) => place !== at))
                      : change(at, { gone: !one.gone })
                  }
                >
                  {one.gone ? <Undo2 size={18} aria-hidden="true" /> : <Trash2 size={18} aria-hidden="true" />}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayChange && draft.length < mostFields && (
          <div>
            <Button
              size="small"
              icon={<Plus size={16} aria-hidden="true" />}
              onClick={() =>
                setDraft((before) => [
                  ...before,
                  { id: null, made: Date.now(), of: 'opportunity', kind: 'text', name: '', choices: '', gone: false },
                ])
              }
            >
              {t('fields:add')}
            </Button>
          </div>
        )}
        {save.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        <SaveRow changed={changed} busy={save.isPending} label={t('fields:save')} onDiscard={() => setDraft(first)} />
      </form>
    </Section>
  );
}

/** A line that says what an answer said keeps its id, so that what was filled in stays; another line is another answer. */
function choicesOf(list: CustomFieldList, id: string | null, text: string): { id?: string; name: string }[] {
  const known = list.items.find((field) => field.id === id)?.choices ?? [];
  const names = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  return names.map((name) => {
    const present = known.find((choice) => choice.name === name);
    return present ? { id: present.id, name } : { name };
  });
}
