import { useTranslation } from 'react-i18next';
import { type SheetName, useSheets } from '../shell/sheets.tsx';
import '../figures/figures-link.css';

/** To the lesson of a contact, where one is about to be made. Beyond the twelfth there is none. `back`: what it is opened over. */
export function LessonLink({ number, back }: { number: number; back?: SheetName }) {
  const { t } = useTranslation('lesson');
  const sheets = useSheets();
  if (number > 12) return null;
  return (
    <p>
      <button
        type="button"
        className="figures-link"
        onClick={() => sheets.open({ kind: 'lesson', number, ...(back && { back }) })}
      >
        {t('link', { number })}
      </button>
    </p>
  );
}
