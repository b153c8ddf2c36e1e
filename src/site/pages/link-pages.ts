import type { Asked, Confirmed } from '#usecases/public-page/confirm';
import type { Leaving } from '#usecases/public-page/leave';
import { html, type Html } from '../html.ts';
import { saying } from '../layout.ts';
import { wordsIn } from '../words.ts';

/** What became of the button, or of a link that is over. */
export type Answered = Extract<Confirmed, { kind: 'confirmed' }> | { kind: 'used' | 'late'; asked: Asked };

/** One button: a GET confirms nothing. */
export function confirmPage({ page, language, module, tips }: Asked, token: string): Html {
  const t = wordsIn(language);
  return saying(
    t('confirm'),
    html`<p>${t('confirmBody', { name: page.name })}</p>
      <div class="text">
        <ul>
          ${module && html`<li>${t('confirmModule')}</li>`}${tips && html`<li>${t('confirmTips')}</li>`}
        </ul>
      </div>
      <form method="post" action="/p/c/${token}">
        <div><button class="button">${t('confirmAct')}</button></div>
      </form>
      <p class="muted small">${t('confirmNot')}</p>`,
  );
}

export function confirmedPage(state: Answered): Html {
  const { page, language, module } = state.asked;
  const t = wordsIn(language);
  switch (state.kind) {
    case 'confirmed':
      return saying(
        t(module ? 'confirmed' : 'confirmedTips'),
        html`${module && html`<p>${t('confirmedNight')}</p>`}
          <p>${t('confirmedBody')}</p>`,
        html`<div><a class="button" href="${state.courseUrl}">${t('toCourse')}</a></div>`,
      );
    case 'used':
      return saying(t('linkUsed'), html`<p>${t('linkUsedBody')}</p>`);
    case 'late':
      return saying(
        t('linkLate'),
        html`<p>${t('linkLateBody')}</p>`,
        html`<div><a class="button" href="/p/${page.slug}/${language}#sign-up">${t('signUpAgain')}</a></div>`,
      );
  }
}

/** Two buttons: this list, or no contact at all. A GET stops nothing. */
export function leavePage({ page, language, list }: Leaving, token: string): Html {
  const t = wordsIn(language);
  return saying(
    t('leave'),
    html`<p>${t(list === 'tips' ? 'leaveBodyTips' : 'leaveBodyModule', { name: page.name })}</p>
      <form method="post" action="/p/u/${token}">
        <div><button class="button">${t('leaveAct')}</button></div>
      </form>
      <details>
        <summary>${t('leaveAll')}</summary>
        <div class="stack">
          <p>${t('leaveAllBody', { name: page.name })}</p>
          <form method="post" action="/p/u/${token}">
            <input type="hidden" name="all" value="1" />
            <div><button class="button button--plain">${t('leaveAllAct')}</button></div>
          </form>
        </div>
      </details>`,
  );
}

export function leftPage({ page, language, list }: Leaving, all: boolean): Html {
  const t = wordsIn(language);
  const body = all ? 'leftAll' : list === 'tips' ? 'leftTips' : 'leftModule';
  return saying(t('left'), html`<p>${t(body, { name: page.name })}</p>`);
}
