import { createInstance } from 'i18next';
import { english } from '#i18n/english';
import type { Language } from '#i18n/format';
import { resources } from '#i18n/resources';
import type { Translate } from '#i18n/typed-keys';

/** The words of the screens by their key, as the screens have them: a changed word breaks no test, a lost key does not compile. */
export function wordsOf(language: Language): Translate {
  const instance = createInstance({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(english),
    defaultNS: 'ui',
    resources,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void instance.init();
  return instance.getFixedT(language);
}
