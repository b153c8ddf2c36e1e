import { useTranslation } from 'react-i18next';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { HistoryExample } from './questions.ts';

type Props = {
  examples: readonly HistoryExample[];
  readable: number;
  value: boolean | null;
  /** Rows that are left as they are. */
  leftOut: readonly number[];
  error: string | undefined;
  onChange: (value: boolean) => void;
  onLeaveOut: (rows: readonly number[]) => void;
};

/** Contacts read in notes are a proposal, shown with what was read in them, a tick on each; never taken in silence. */
export function HistoryQuestion({ examples, readable, value, leftOut, error, onChange, onLeaveOut }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const read = ({ held, days }: HistoryExample) =>
    held > days.length
      ? t('historyCounted', { count: held })
      : t('historyRead', { count: held, days: format.list(days.map((day) => format.shortDay(day))) });
  const turn = (row: number) =>
    onLeaveOut(leftOut.includes(row) ? leftOut.filter((one) => one !== row) : [...leftOut, row]);
  return (
    <section className="noted">
      <h3>{t('historyTitle')}</h3>
      <p className="muted">{t('historyBody', { count: readable, rows: format.number(readable) })}</p>
      <ul className="noted__examples">
        {examples.map((example) => (
          <li key={example.row} className="card">
            <label className="noted__tick">
              <input
                type="checkbox"
                checked={value !== false && !leftOut.includes(example.row)}
                disabled={value === false}
                onChange={() => turn(example.row)}
              />
              <span className="noted__name">{example.name || t('rejectRow', { row: format.number(example.row) })}</span>
            </label>
            <p className="muted">{example.text}</p>
            <p className="noted__read">{read(example)}</p>
          </li>
        ))}
      </ul>
      {readable > examples.length && (
        <p className="muted small">{t('historyMore', { n: format.number(readable - examples.length) })}</p>
      )}
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
