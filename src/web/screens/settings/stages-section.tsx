import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowDown, ArrowUp, Plus, Trash2, Undo2 } from 'lucide-react';
import type { StageList } from '#contract/stage';
import { mostStages } from '#core/stage/stages';
import { boardActs, stagesQuery } from '../../data/board.ts';
import { codeOf } from '../../data/api-problem.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { useStages } from '../board/stage-names.ts';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';

/** `made`: the place of one that is new, which has no id yet. `to`: it goes, and what stands in it goes there. */
type Draft = { id: string | null; made: number; name: string; begins: boolean; to: string | null };

/** Names, order, new ones, and those that go with a place for what stands in them: saved together. */
export function StagesSection({ mayChange }: { mayChange: boolean }) {
  const { data } = useQuery(stagesQuery);
  // Another version, another form: what somebody else saved is shown.
  return data ? <Form key={data.version} list={data} mayChange={mayChange} /> : null;
}

function Form({ list, mayChange }: { list: StageList; mayChange: boolean }) {
  const { t } = useTranslation(['board', 'problem', 'ui']);
  const client = useQueryClient();
  const { nameOf } = useStages();
  const id = useId();
  const first = list.items.map((stage, made): Draft => ({ ...stage, made, name: nameOf(stage), to: null }));
  const [draft, setDraft] = useState(first);
  const staying = draft.filter((one) => one.to === null);
  const changed = JSON.stringify(draft) !== JSON.stringify(first);
  const save = useAct({
    run: () =>
      boardActs.setStages({
        version: list.version,
        stages: staying.map(({ id: stage, name }) => ({
          ...(stage !== null && { id: stage }),
          // Never renamed: it stays the word of its id in each language.
          name: list.items.find((one) => one.id === stage && one.name === '' && nameOf(one) === name.trim())
            ? ''
            : name.trim(),
        })),
        moves: Object.fromEntries(
          draft.flatMap((one) => (one.id !== null && one.to !== null ? [[one.id, one.to]] : [])),
        ),
      }),
    says: () => t('ui:saved'),
    quiet: true,
  });
  const change = (at: number, part: Partial<Draft>) =>
    setDraft((before) => before.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const move = (at: number, step: 1 | -1) =>
    setDraft((before) => {
      const after = [...before];
      const [one] = after.splice(at, 1);
      if (one) after.splice(at + step, 0, one);
      return after;
    });
  const remove = (at: number, one: Draft) => {
    if (one.id === null) setDraft((before) => before.filter((_, place) => place !== at));
    else change(at, { to: staying.find((other) => other.id !== null && other.id !== one.id)?.id ?? null });
  };
  return (
    <Section id="stages" title={t('board:stages')} about={t('board:stagesBody')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, {
            onSuccess: (saved) => client.setQueryData(stagesQuery.queryKey, saved),
          });
        }}
      >
        <ol className="stages">
          {draft.map((one, at) => (
            <li key={one.id ?? `new ${one.made}`} className="stages__row">
              {one.to === null ? (
                <>
                  <Field
                    label={t('board:stageName', { number: at + 1 })}
                    hint={one.begins ? t('board:stageBegins') : undefined}
                    required
                    maxLength={200}
                    disabled={!mayChange}
                    value={one.name}
                    onChange={(event) => change(at, { name: event.target.value })}
                  />
                  {mayChange && (
                    <span className="stages__acts">
                      <Button
                        kind="quiet"
                        aria-label={t('board:stageUp', { name: one.name })}
                        disabled={at === 0}
                        onClick={() => move(at, -1)}
                      >
                        <ArrowUp size={18} aria-hidden="true" />
                      </Button>
                      <Button
                        kind="quiet"
                        aria-label={t('board:stageDown', { name: one.name })}
                        disabled={at === draft.length - 1}
                        onClick={() => move(at, 1)}
                      >
                        <ArrowDown size={18} aria-hidden="true" />
                      </Button>
                      {staying.length > 1 && (
                        <Button
                          kind="quiet"
                          aria-label={t('board:stageRemove', { name: one.name })}
                          onClick={() => remove(at, one)}
                        >
                          <Trash2 size={18} aria-hidden="true" />
                        </Button>
                      )}
                    </span>
                  )}
                </>
              ) : (
                <>
                  <Select
                    label={t('board:stageTo', { name: one.name })}
                    value={one.to}
                    onChange={(event) => change(at, { to: event.target.value })}
                  >
                    {staying
                      .filter((other) => other.id !== null)
                      .map((other) => (
                        <option key={other.id} value={other.id ?? ''}>
                          {other.name}
                        </option>
                      ))}
                  </Select>
                  <span className="stages__acts">
                    <Button
                      kind="quiet"
                      aria-label={t('board:stageKeep', { name: one.name })}
                      onClick={() => change(at, { to: null })}
                    >
                      <Undo2 size={18} aria-hidden="true" />
                    </Button>
                  </span>
                </>
              )}
            </li>
          ))}
        </ol>
        {mayChange && staying.length < mostStages && (
          <div>
            <Button
              id={id}
              size="small"
              icon={<Plus size={16} aria-hidden="true" />}
              onClick={() =>
                setDraft((before) => [...before, { id: null, made: Date.now(), name: '', begins: false, to: null }])
              }
            >
              {t('board:stageAdd')}
            </Button>
          </div>
        )}
        {save.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        <SaveRow
          changed={changed}
          busy={save.isPending}
          label={t('board:stagesSave')}
          onDiscard={() => setDraft(first)}
        />
      </form>
    </Section>
  );
}
