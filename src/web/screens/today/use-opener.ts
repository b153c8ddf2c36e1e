import { useTranslation } from 'react-i18next';
import type { TodayItem } from '#contract/today';
import { callNameOf } from '../opportunity/who-is.ts';
import { insideSentence, withoutStop } from '../opportunity/own-words.ts';

/** The line to open with; nothing when its words are not known here. */
export function useOpener(): (item: TodayItem) => string | undefined {
  const { t, i18n } = useTranslation();
  return ({ opener, opportunity }) => {
    const key = `opener:${opener}`;
    if (!i18n.exists(key)) return undefined;
    // The code comes from the server, so the key cannot be typed here: `exists` is the check.
    return t(key, {
      defaultValue: '',
      name: callNameOf(opportunity),
      keen: withoutStop(opportunity.keen ?? opportunity.title),
      about: insideSentence(opportunity.title),
      words: opportunity.lastWords ?? '',
    });
  };
}
