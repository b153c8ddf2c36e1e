import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LessonText } from '#contract/public-page';
import { codeOf } from '../../data/api-problem.ts';
import { publicPageActs } from '../../data/public-page.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Reading } from './reading.tsx';
import { Versions } from './versions.tsx';

type Props = { number: number; language: 'nl' | 'en'; text: LessonText; onClose: () => void };

/** One lesson in one language: title, text, what to do, how it reads, and every version before. */
export function LessonEditor({ number, language, text, onClose }: Props) {
  const { t } = useTranslation(['publicPage', 'problem']);
  const [draft, setDraft] = useState({ title: text.title, body: text.body, act: text.act ?? '' });
  const isEmpty = draft.title.trim() === '' || draft.body.trim() === '' || draft.act.trim() === '';
  const save = useAct({
    run: () => publicPageActs.writeLesson(number, language, { version: text.version, ...draft }),
    says: () => {
      onClose();
      return t('publicPage:textSaved');
    },
    quiet: true,
  });
  const reset = useAct({
    run: () => publicPageActs.resetLesson(number, language, text.version),
    says: () => {
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
          <Button
            kind="primary"
            busy={save.isPending}
            onClick={() => {
              if (!isEmpty) save.mutate(undefined);
            }}
          >
            {t('publicPage:saveVersion')}
          </Button>
          {text.isOwn && (
            <Button busy={reset.isPending} onClick={() => reset.mutate(undefined)}>
              {t('publicPage:reset')}
            </Button>
          )}
        </>
      }
    >
      <div className="public-page__editor">
        {error && (
          <p role="alert">
            {codeOf(error) === 'version_conflict' ? t('publicPage:textConflict') : t(`problem:${codeOf(error)}`)}
          </p>
        )}
        <Field
          label={t('publicPage:textTitle')}
          maxLength={120}
          value={draft.title}
          onChange={(event) => setDraft({ ...draft, title: event.target.value })}
        />
        <TextArea
          label={t('publicPage:textBody')}
          hint={t('publicPage:textBodyHint')}
          rows={10}
          maxLength={20_000}
          value={draft.body}
          onChange={(event) => setDraft({ ...draft, body: event.target.value })}
        />
        <TextArea
          label={t('publicPage:textAct')}
          rows={3}
          maxLength={2000}
          value={draft.act}
          onChange={(event) => setDraft({ ...draft, act: event.target.value })}
        />
        <Reading markdown={`${draft.body}\n\n${draft.act}`} />
        <Versions
          of={number}
          language={language}
          onTake={({ title, body, act }) => setDraft({ title, body, act: act ?? '' })}
        />
      </div>
    </Sheet>
  );
}
