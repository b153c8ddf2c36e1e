/** Made by scripts/split-words.mjs: per language what the first screen says, and all other words. */
declare module 'virtual:words' {
  import type { Language } from '#i18n/format';
  type Words = { [key: string]: string | Words };
  export const words: Record<Language, { first: () => Promise<Words>; rest: () => Promise<Words> }>;
}
