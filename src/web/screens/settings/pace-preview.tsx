import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paceQuery } from '../../data/pace.ts';
import { useFormat } from '../../ui/use-format.ts';
import { PaceSays } from '../pace/pace-aside.tsx';
import { usePaceWords } from '../pace/use-pace-words.ts';

/** Beside the minutes: what they carry now, and what those that are typed would carry. */
export function PacePreview({ typed, saved }: { typed: number; saved: number }) {
  const { t } = useTranslation('pace');
  const format = useFormat();
  const { carried } = usePaceWords();
  const other = typed !== saved && Number.isInteger(typed) && typed >= 5 && typed <= 720;
  const { data: pace } = useQuery(paceQuery(other ? typed : undefined));
  if (!pace || pace.open === 0) return null;
  const choice = pace.choices.find((one) => one.minutesADay === typed);
  return (
    <div className="settings__pace" aria-live="polite">
      {other && choice ? (
        <p>
          {t('preview', { minutes: format.minutesLong(typed), what: carried(choice, pace) })} {t('tonight')}
        </p>
      ) : (
        <PaceSays pace={pace} />
      )}
    </div>
  );
}
