import { useTranslation } from 'react-i18next';
import type { ReviveItem } from '../../data/revive.ts';
import { callNameOf } from '../opportunity/who-is.ts';
import { insideSentence, withoutStop } from '../opportunity/own-words.ts';

/** A first sentence: as it is shown, and with a greeting as it is copied or sent. */
export type Opening = { sentence: string; letter: string };

/** Nothing when the words of the code are not known here. */
export function useOpening(): (item: ReviveItem) => Opening | undefined {
  const { t, i18n } = useTranslation('opener');
  return ({ opportunity, sentence: code }) => {
    const key = `opener:${code}`;
    if (!i18n.exists(key)) return undefined;
    const name = callNameOf(opportunity);
    // The code comes from the server, so the key cannot be typed here: `exists` is the check.
    const sentence = i18n.t(key, {
      defaultValue: '',
      name,
      keen: withoutStop(opportunity.keen ?? opportunity.title),
      about: insideSentence(opportunity.title),
      words: opportunity.lastWords ?? '',
    });
    return { sentence, letter: opportunity.person ? `${t('hello', { name })}\n\n${sentence}` : sentence };
  };
}
