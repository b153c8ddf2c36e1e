import { useTranslation } from 'react-i18next';
import type { CareDay, ImportantDay } from '#contract/relationship';

/** "Verjaardag, wordt 42", or the name that was given. */
export function useDayWords(): (day: Pick<CareDay | ImportantDay, 'kind' | 'name' | 'turns'>) => string {
  const { t } = useTranslation('relationship');
  return ({ kind, name, turns }) => {
    const title = name || t(`kind.${kind}`);
    if (turns === null) return title;
    return `${title}, ${kind === 'birthday' ? t('turnsBirthday', { count: turns }) : t('turnsYear', { count: turns })}`;
  };
}
