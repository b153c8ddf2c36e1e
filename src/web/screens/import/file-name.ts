import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';

/** Pasted rows have no file; the server calls them so. */
const pasted = 'paste';

export function useFileName(): (found: Pick<Import, 'fileName'>) => string {
  const { t } = useTranslation('imports');
  return ({ fileName }) => (fileName === pasted ? t('pasteName') : fileName);
}
