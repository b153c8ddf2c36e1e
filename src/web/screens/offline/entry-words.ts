import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../offline/outbox-entry.ts';
import { useFormat } from '../../ui/use-format.ts';

/** What an act was, in a few words: "contact: gesproken". */
export function useEntryWords(): (entry: OutboxEntry) => string {
  const { t } = useTranslation(['offline', 'words']);
  const format = useFormat();
  return (entry) => {
    switch (entry.kind) {
      case 'log':
        return t('offline:kind.log', { outcome: t(`words:outcome.${entry.body.outcome}`).toLowerCase() });
      case 'plan':
        return t('offline:kind.plan', { day: format.shortDay(entry.body.on) });
      case 'note':
        return t('offline:kind.note');
    }
  };
}

export function stateOf({ refusal, undo, tries }: OutboxEntry): 'waiting' | 'uncertain' | 'undo' | 'choose' {
  if (refusal) return 'choose';
  if (undo) return 'undo';
  return tries > 0 ? 'uncertain' : 'waiting';
}
