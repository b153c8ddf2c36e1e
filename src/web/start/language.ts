import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Role } from '#core/opportunity/vocabulary';
import type { Language } from '#i18n/format';

// The keys of t() are typed by this file's augmentation of i18next.
export type { Namespace } from '#i18n/typed-keys';

const storageKey = 'aanhouder.language';

/** Each language is a file of its own: nobody loads the other one. */
const words = {
  nl: () => import('#i18n/dutch').then((file) => file.dutch),
  en: () => import('#i18n/english').then((file) => file.english),
};

/** first-paint.js has set it from what this browser chose last, or from the browser's language. */
export function firstLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'nl';
}

/** What was chosen in this browser; null when nothing was. */
function rememberedLanguage(): Language | null {
  try {
    const remembered = localStorage.getItem(storageKey);
    return remembered === 'nl' || remembered === 'en' ? remembered : null;
  } catch {
    return null;
  }
}

/** A viewer writes nothing on the server, so theirs is what they chose in this browser. */
export function languageOf({ role, language }: { role: Role; language: Language }): Language {
  return role === 'viewer' ? (rememberedLanguage() ?? language) : language;
}

export async function startLanguage(language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'ui',
    resources: { [language]: await words[language]() },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}

export async function changeLanguage(instance: i18n, language: Language): Promise<void> {
  if (instance.language === language) return;
  for (const [namespace, resource] of Object.entries(await words[language]())) {
    instance.addResourceBundle(language, namespace, resource);
  }
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Not remembered: asked of the server again at the next start.
  }
}
