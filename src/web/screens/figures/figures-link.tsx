import { useTranslation } from 'react-i18next';
import { useSheets } from '../shell/sheets.tsx';
import './figures-link.css';

/** Stands where figures are: to the page that explains them. */
export function FiguresLink() {
  const { t } = useTranslation('worth');
  const sheets = useSheets();
  return (
    <p>
      <button type="button" className="figures-link" onClick={() => sheets.open({ kind: 'figures' })}>
        {t('figures')}
      </button>
    </p>
  );
}
