import { useTranslation } from 'react-i18next';
import { unreadableIn, type PersonLine } from './read-person-line.ts';

/** Says what was meant as a number or address and could not be read as one; nothing when all was read. */
export function Unreadable({ line }: { line: PersonLine }) {
  const { t } = useTranslation('quickAdd');
  const text = unreadableIn(line);
  return text === null ? null : <p className="small">{t('unreadable', { text })}</p>;
}
