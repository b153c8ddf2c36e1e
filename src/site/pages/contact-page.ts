import type { ShownPage } from '#usecases/public-page/open-page';
import { html, type Html } from '../html.ts';
import { type SiteKey, type SiteLanguage, wordsIn } from '../words.ts';
import { faultOf, trapFields } from './main-page.ts';

export type ContactDraft = {
  name: string;
  organisation: string;
  email: string;
  phone: string;
  message: string;
  fault: SiteKey | null;
};
export const emptyContact: ContactDraft = {
  name: '',
  organisation: '',
  email: '',
  phone: '',
  message: '',
  fault: null,
};

/** Which field a fault is about. */
const about: Partial<Record<SiteKey, keyof ContactDraft>> = {
  contactNameMissing: 'name',
  emailWrong: 'email',
  contactReachMissing: 'email',
  contactMessageMissing: 'message',
};

export function contactPage(page: ShownPage, language: SiteLanguage, draft: ContactDraft, stamp: string): Html {
  const t = wordsIn(language);
  const mark = (name: keyof ContactDraft) =>
    draft.fault !== null && about[draft.fault] === name && html` aria-invalid="true" aria-describedby="fault"`;
  const line = (name: keyof ContactDraft, type: string, label: SiteKey, autocomplete: string, most: number) =>
    html`<div class="field">
      <label for="${name}">${t(label)}</label
      ><input
        type="${type}"
        id="${name}"
        name="${name}"
        autocomplete="${autocomplete}"
        maxlength="${most}"
        value="${draft[name] ?? ''}"
        ${mark(name)}
      />
    </div>`;
  return html`<section class="card">
    <header>
      <h1>${t('contact')}</h1>
      <p class="muted">${t('contactAbout')}</p>
    </header>
    <form method="post" action="/p/${page.slug}/${language}/contact" novalidate>
      ${draft.fault !== null && faultOf(t(draft.fault), draft.fault)}
      ${line('name', 'text', 'contactName', 'name', 200)}
      ${line('organisation', 'text', 'contactOrganisation', 'organization', 200)}
      <p class="muted">${t('contactEither')}</p>
      ${line('email', 'email', 'contactEmail', 'email', 254)} ${line('phone', 'tel', 'contactPhone', 'tel', 60)}
      <div class="field">
        <label for="message">${t('contactMessage')}</label
        ><textarea id="message" name="message" maxlength="5000" ${mark('message')}>${draft.message}</textarea>
      </div>
      ${trapFields(language, stamp)}
      <div><button class="button">${t('contactAct')}</button></div>
      <p class="muted small">${t('contactKeeps')}</p>
    </form>
  </section>`;
}
