import type { TFunction } from 'i18next';
import type { english } from './english.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: typeof english;
    returnNull: false;
  }
}

export type Namespace = keyof typeof english;
/** Words by key, checked: `t('ui:save')`. */
export type Translate = TFunction<Namespace[]>;
