import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tip } from '#contract/public-page';
import { codeOf } from '../../data/api-problem.ts';
import { useKeptDraft } from '../../data/kept-draft.ts';
import { publicPageActs } from '../../data/public-page.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { NotSavedYet } from '../../ui/not-saved-yet.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { LanguageChips } from './lessons.tsx';
import { Reading } from './reading.tsx';
import { TipSending } from './tip-sending.tsx';
import { Versions } from './versions.tsx';

type Props = { tip: Tip | null; readers: number; onMade: (id: string) => void; onClose: () => void };

/** A tip before it is sent: its text in one or both languages, and when it goes. */
export function TipEditor({ tip, readers, onMade, onClose }: Props) {
  const { t, i18n } = useTranslation(['publicPage', 'problem']);
  const first = tip?.nl ? 'nl' : tip?.en ? 'en' : i18n.language === 'en' ? 'en' : 'nl';
  const [language, setLanguage] = useState<'nl' | 'en'>(first);
  const before = { title: tip?.[language]?.title ?? '', body: tip?.[language]?.body ?? '' };
  const version = tip?.[language]?.version ?? 0;
  const { draft, set, wasKept, forget, handOn } = useKeptDraft(
    `tip ${tip?.id ?? 'new'} ${language} ${version}`,
    before,
  );
  const [asked, setAsked] = useState(false);
  const isEmpty = (part: string) => part.trim() === '';
  const mayNotBeEmpty = (part: string) => (asked && isEmpty(part) ? t('publicPage:textEmpty') : undefined);
  const isChanged = draft.title !== before.title || draft.body !== before.body;
  const save = useAct({
    run: () =>
      tip === null
        ? publicPageActs.createTip({ language, ...draft })
        : publicPageActs.writeTip(tip.id, language, { version, ...draft }),
    says: (saved) => {
      setAsked(false);
      if (tip === null) {
        forget();
        // What was begun in the other language goes along to the tip that it is now.
        const other = language === 'nl' ? 'en' : 'nl';
        handOn(`tip new ${other} 0`, `tip ${saved.id} ${other} 0`);
      }
      onMade(saved.id);
      return t('publicPage:saved');
    },
    quiet: true,
  });
  // What is typed in the one language stays while one looks at the other.
  const turnTo = (other: 'nl' | 'en') => {
    setLanguage(other);
    setAsked(false);
  };
  return (
    <Sheet
      title={tip === null ? t('publicPage:newTip') : t('publicPage:tips')}
      width="wide"
      onClose={onClose}
      foot={
        <Button
          kind={isChanged ? 'primary' : 'plain'}
          busy={save.isPending}
          onClick={() => {
            setAsked(true);
            if (!Object.values(draft).some(isEmpty)) save.mutate(undefined);
          }}
        >
          {t('publicPage:saveVersion')}
        </Button>
      }
    >
      <div className="public-page__editor">
        <LanguageChips value={language} onChange={turnTo} />
        {save.error && (
          <p role="alert">
            {codeOf(save.error) === 'version_conflict'
              ? t('publicPage:textConflict')
              : t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        {wasKept && <NotSavedYet onAnew={forget} />}
        <Field
          label={t('publicPage:textTitle')}
          maxLength={120}
          value={draft.title}
          error={mayNotBeEmpty(draft.title)}
          data-first
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
        <Reading markdown={draft.body} />
        {tip && (
          <>
            {(tip.nl === null || tip.en === null) && <p className="muted">{t('publicPage:otherLanguage')}</p>}
            {!isChanged && <TipSending tip={tip} readers={readers} onClose={onClose} />}
            <Versions of={tip.id} language={language} onTake={({ title, body }) => set({ title, body })} />
          </>
        )}
      </div>
    </Sheet>
  );
}
