import type { CalculatorInput } from '#core/public-page/calculator';
import type { ShownLesson } from '#usecases/public-page/lesson-text';
import type { ShownPage } from '#usecases/public-page/open-page';
import { html, type Html } from '../html.ts';
import { type SiteKey, type SiteLanguage, wordsIn } from '../words.ts';
import { calculator } from './calculator.ts';

export type SignUpDraft = { email: string; name: string; module: boolean; tips: boolean; fault: SiteKey | null };
/** Nothing is ticked before the visitor does. */
export const emptySignUp: SignUpDraft = { email: '', name: '', module: false, tips: false, fault: null };

export type MainPage = {
  page: ShownPage;
  language: SiteLanguage;
  input: CalculatorInput;
  lessons: readonly ShownLesson[];
  draft: SignUpDraft;
  stamp: string;
  url: string;
};

export function mainPage({ page, language, input, lessons, draft, stamp, url }: MainPage): Html {
  const t = wordsIn(language);
  const home = `/p/${page.slug}/${language}`;
  return html`<section class="hero">
      <p class="proverb">${t('proverb')}</p>
      <h1>${t('heading')}</h1>
      <p class="lead">${page.intro[language] ?? t('intro')}</p>
    </section>
    ${calculator(page, language, input, url)}
    <section class="card" id="module" aria-labelledby="module-title">
      <header>
        <h2 id="module-title">${t('module')}</h2>
        <p class="muted">${t('moduleAbout')}</p>
      </header>
      <ol class="lessons">
        ${lessons.map(
          ({ number, title }) =>
            html`<li>
              <div class="line">
                <span class="number${number === 1 && ' number--next'}" aria-hidden="true">${number}</span
                ><span>${title}</span>
              </div>
            </li>`,
        )}
      </ol>
      ${signUpForm(home, language, page, draft, stamp)}
    </section>
    <nav class="row" aria-label="${page.name}">
      <a class="button button--plain" href="${home}/contact">${t('contact')}</a>
      <a class="button button--plain" href="${home}/tips">${t('tips')}</a>
    </nav>`;
}

function signUpForm(home: string, language: SiteLanguage, page: ShownPage, draft: SignUpDraft, stamp: string): Html {
  const t = wordsIn(language);
  const wrong = draft.fault === 'emailWrong';
  return html`<form method="post" action="${home}/sign-up#sign-up" id="sign-up" novalidate>
    <h3>${t('signUp')}</h3>
    ${faultOf(t(draft.fault ?? 'checkForm'), draft.fault)}
    <div class="field">
      <label for="email">${t('email')}</label>
      <input
        type="email"
        id="email"
        name="email"
        autocomplete="email"
        required
        maxlength="254"
        value="${draft.email}"
        ${wrong && html` aria-invalid="true" aria-describedby="fault"`}
      />
    </div>
    <div class="field">
      <label for="name">${t('name')}</label>
      <input type="text" id="name" name="name" autocomplete="name" maxlength="200" value="${draft.name}" />
    </div>
    <div class="stack">
      <label class="tick"
        ><input type="checkbox" name="module" value="1" ${draft.module && html` checked`} /><span
          >${t('tickModule', { name: page.name })}</span
        ></label
      >
      <label class="tick"
        ><input type="checkbox" name="tips" value="1" ${draft.tips && html` checked`} /><span
          >${t('tickTips', { name: page.name })}</span
        ></label
      >
    </div>
    ${trapFields(language, stamp)}
    <div><button class="button">${t('signUpAct')}</button></div>
    <p class="muted small">${t('keeps')}</p>
  </form>`;
}

export function faultOf(text: string, fault: SiteKey | null): Html | null {
  return fault === null ? null : html`<p class="notice" id="fault" role="alert">${text}</p>`;
}

/** A field that nobody sees and machines fill in, and when the form was made: nobody is asked for a puzzle. */
export function trapFields(language: SiteLanguage, stamp: string): Html {
  const t = wordsIn(language);
  return html`<div class="trap" aria-hidden="true">
      <label for="website">${t('trap')}</label
      ><input type="text" id="website" name="website" tabindex="-1" autocomplete="off" />
    </div>
    <input type="hidden" name="stamp" value="${stamp}" />`;
}
