import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarActs } from '../../data/calendar.ts';
import { useAct } from '../../data/use-act.ts';
import { Section } from '../settings/section.tsx';

/** An answer to an invitation that came as a file: by hand, where mail is not read along. */
export function AnswersSection() {
  const { t } = useTranslation('calendar');
  const id = useId();
  const note = useAct({ run: calendarActs.noteAnswer, says: () => t('answersNoted'), quiet: true });
  return (
    <Section id="answers" title={t('answers')} about={t('answersBody')}>
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {t('answersFile')}
        </label>
        <input
          id={id}
          type="file"
          accept=".ics,text/calendar"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file)
              void file
                .slice(0, 200_000)
                .text()
                .then((text) => note.mutate(text));
            event.target.value = '';
          }}
        />
      </div>
      {note.error && (
        <p className="field__error" role="alert">
          {t('answersNone')}
        </p>
      )}
    </Section>
  );
}
