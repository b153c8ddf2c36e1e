import { useTranslation } from 'react-i18next';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { HistoryExample } from './questions.ts';

type Props = {
  examples: readonly HistoryExample[];
  readable: number;
  value: boolean | null;
  error: string | undefined;
  onChange: (value: boolean) => void;
};

/** Dates read in notes are a proposal, shown with what was read in them; never taken in silence. */
export function HistoryQuestion({ examples, readable, value, error, onChange }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <section className="noted">
      <h3>{t('historyTitle')}</h3>
      <p className="muted">{t('historyBody', { count: readable, rows: format.number(readable) })}</p>
      <ul className="noted__examples">
        {examples.map((example) => (
          <li key={example.row} className="card">
            <p className="noted__name">{example.name}</p>
            <p className="muted">{example.text}</p>
            <p className="noted__read">
              {t('historyRead', {
                count: example.days.length,
                days: format.list(example.days.map((day) => format.shortDay(day))),
              })}
            </p>
          </li>
        ))}
      </ul>
      <ChoiceCards
        legend={t('historyTitle')}
        value={value === null ? null : value ? 'yes' : 'no'}
        error={error}
        options={[
          { value: 'yes', label: t('historyYes') },
          { value: 'no', label: t('historyNo') },
        ]}
        onChange={(choice) => onChange(choice === 'yes')}
      />
    </section>
  );
}
