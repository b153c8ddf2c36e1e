import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lessonsQuery } from '../../data/public-page.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { Section } from '../settings/section.tsx';
import { LessonEditor } from './lesson-editor.tsx';

/** The twelve lessons as they are sent now, each to change. */
export function Lessons() {
  const { t, i18n } = useTranslation('publicPage');
  const [language, setLanguage] = useState<'nl' | 'en'>(i18n.language === 'en' ? 'en' : 'nl');
  const [open, setOpen] = useState<number | null>(null);
  const { data, isPending, isError, error, refetch } = useQuery(lessonsQuery);
  const editing = data?.items.find(({ number }) => number === open);
  return (
    <Section id="lessons" title={t('lessons')} about={t('lessonsBody')}>
      <LanguageChips value={language} onChange={setLanguage} />
      {isPending && <Skeleton height={52} rows={6} />}
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <ol className="public-page__list">
          {data.items.map((lesson) => (
            <li key={lesson.number} className="public-page__line">
              <p>
                {t('lessonLine', { number: lesson.number, title: lesson[language].title })}{' '}
                {lesson[language].isOwn && <span className="public-page__mark">{t('own')}</span>}
              </p>
              <Button
                size="small"
                aria-label={t('editOf', { number: lesson.number })}
                onClick={() => setOpen(lesson.number)}
              >
                {t('edit')}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {editing && (
        <LessonEditor
          key={`${editing.number} ${language}`}
          number={editing.number}
          language={language}
          text={editing[language]}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

export function LanguageChips({ value, onChange }: { value: 'nl' | 'en'; onChange: (language: 'nl' | 'en') => void }) {
  const { t } = useTranslation(['publicPage', 'settings']);
  return (
    <Chips
      legend={t('publicPage:language')}
      look="joined"
      value={value}
      options={[
        { value: 'nl', label: t('settings:nl') },
        { value: 'en', label: t('settings:en') },
      ]}
      onChange={onChange}
    />
  );
}
