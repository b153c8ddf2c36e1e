import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LessonText } from '#contract/public-page';
import { codeOf } from '../../data/api-problem.ts';
import { useKeptDraft } from '../../data/kept-draft.ts';
import { publicPageActs } from '../../data/public-page.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { NotSavedYet } from '../../ui/not-saved-yet.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Reading } from './reading.tsx';
import { Versions } from './versions.tsx';

type Props = { number: number; language: 'nl' | 'en'; text: LessonText; onClose: () => void };

/** One lesson in one language: title, text, what to do, how it reads, and every version before. */
export function LessonEditor({ number, language, text, onClose }: Props) {
  const { t } = useTranslation(['publicPage', 'problem']);
  const begun = { title: text.title, body: text.body, act: text.act ?? '' };
  const { draft, set, wasKept, forget } = useKeptDraft(`lesson ${number} ${language} ${text.version}`, begun);
  const [asked, setAsked] = useState(false);
  const isEmpty = (part: string) => part.trim() === '';
  const mayNotBeEmpty = (part: string) => (asked && isEmpty(part) ? t('publicPage:textEmpty') : undefined);
  const save = useAct({
    run: () => publicPageActs.writeLesson(number, language, { version: text.version, ...draft }),
    says: () => {
      forget();
      onClose();
      return t('publicPage:textSaved');
    },
    quiet: true,
  });
  const reset = useAct({
    run: () => publicPageActs.resetLesson(number, language, text.version),
    says: () => {
      forget();
      onClose();
      return t('publicPage:resetDone');
    },
    quiet: true,
  });
  const error = save.error ?? reset.error;
  return (
    <Sheet
      title={t('publicPage:lessonHeading', { number })}
      width="wide"
      onClose={onClose}
      foot={
        <>
          {text.isOwn && (
            <Button kind="quiet" busy={reset.isPending} onClick={() => reset.mutate(undefined)}>
              {t('publicPage:reset')}
            </Button>
          )}
          <Button
            kind="primary"
            busy={save.isPending}
            onClick={() => {
              setAsked(true);
              if (!Object.values(draft).some(isEmpty)) save.mutate(undefined);
            }}
          >
            {t('publicPage:saveVersion')}
          </Button>
        </>
      }
    >
      <div className="public-page__editor">
        {error && (
          <p role="alert">
            {codeOf(error) === 'version_conflict' ? t('publicPage:textConflict') : t(`problem:${codeOf(error)}`)}
          </p>
        )}
        {wasKept && <NotSavedYet onAnew={forget} />}
        <Field
          label={t('publicPage:textTitle')}
          maxLength={120}
          value={draft.title}
          error={mayNotBeEmpty(draft.title)}
          onChange={(event) => set({ title: event.target.value })}
        />
        <TextArea
          label={t('publicPage:textBody')}
          hint={t('publicPage:textBodyHint')}
          rows={10}
          maxLength={20_000}
          value={draft.body}
          error={mayNotBeEmpty(draft.body)}
          onChange={(event) => set({ body: event.target.value })}
        />
        <TextArea
          label={t('publicPage:textAct')}
          rows={3}
          maxLength={2000}
          value={draft.act}
          error={mayNotBeEmpty(draft.act)}
          onChange={(event) => set({ act: event.target.value })}
        />
        <Reading markdown={`${draft.body}\n\n${draft.act}`} />
        <Versions
          of={number}
          language={language}
          onTake={({ title, body, act }) => set({ title, body, act: act ?? '' })}
        />
      </div>
    </Sheet>
  );
}
