import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lessons as english } from '#i18n/lessons/en';
import { lessons as dutch } from '#i18n/lessons/nl';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import './lesson-sheet.css';

/** One of the twelve lessons, with the ones beside it. */
export function LessonSheet({ number, onClose }: { number: number; onClose: () => void }) {
  const { t, i18n } = useTranslation('lesson');
  const [shown, setShown] = useState(number);
  const lesson = (i18n.language === 'en' ? english : dutch)[shown - 1];
  if (!lesson) return null;
  return (
    <Sheet
      title={t('heading', { number: shown, title: lesson.title })}
      about={t('of')}
      onClose={onClose}
      foot={
        <>
          {shown > 1 && <Button onClick={() => setShown(shown - 1)}>{t('before', { number: shown - 1 })}</Button>}
          {shown < 12 && <Button onClick={() => setShown(shown + 1)}>{t('after', { number: shown + 1 })}</Button>}
        </>
      }
    >
      <div className="lesson" aria-live="polite">
        {lesson.body.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <section className="lesson__act" aria-label={t('act')}>
          <h3>{t('act')}</h3>
          <p>{lesson.act}</p>
        </section>
      </div>
    </Sheet>
  );
}
