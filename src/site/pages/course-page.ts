import { fullDate, longDay } from '#i18n/format';
import type { Course } from '#usecases/public-page/course';
import { toHtml } from '#usecases/public-page/markdown';
import { html, type Html, type Piece, trusted } from '../html.ts';
import { trail } from '../layout.ts';
import { type Words, wordsIn } from '../words.ts';

const paces = [1, 2, 3, 5, 7, 14] as const;

/** How far a subscriber is, the lessons they had, and how fast it goes. `token`: of this page. */
export function coursePage(course: Course, token: string): Html {
  const t = wordsIn(course.language);
  const done = course.lessons.filter(({ doneOn }) => doneOn !== null).length;
  const sent = course.lessons.filter((lesson) => lesson.sent).length;
  return html`<section class="card">
      <header><h1>${t('course')}</h1></header>
      ${trail(done, done < 12 ? done + 1 : null)}
      <p class="muted">${t('courseOf', { done, sent })}</p>
      <p>${standing(course, t)}</p>
      ${steering(course, t, token)}
    </section>
    <section class="card" aria-label="${t('course')}">
      <ol class="lessons">
        ${course.lessons.map((lesson) => oneLesson(course, lesson, t, token))}
      </ol>
    </section>
    ${names(course, t, token)} ${manage(course, t, token)}`;
}

function standing({ module, next, language }: Course, t: Words): string {
  if (module === 'finished') return t('courseFinished');
  if (module === 'paused') return t('coursePaused');
  if (module === 'left') return t('courseLeft');
  if (module === 'none' || next === null) return t('courseNone');
  return next === 'now' ? t('courseSoon') : t('courseNext', { day: longDay(language, next) });
}

const act = (token: string, kind: string, label: string, plain = true, more: Piece = null): Html =>
  html`<form method="post" action="/p/m/${token}">
    <input type="hidden" name="act" value="${kind}" />${more}<button class="button${plain && ' button--plain'}">
      ${label}
    </button>
  </form>`;

function steering({ module, next, everyDays }: Course, t: Words, token: string): Html | null {
  if (module !== 'running' && module !== 'paused') return null;
  const days = [...new Set([...paces, everyDays])].toSorted((a, b) => a - b);
  const label = (count: number) => (count === 1 ? t('days_one') : t('days_other', { count }));
  return html`<div class="row">
      ${module === 'paused' ? act(token, 'go_on', t('goOn'), false) : html`${next !== 'now' && act(token, 'now', t('now'), false)}${act(token, 'pause', t('pause'))}`}
    </div>
    <form method="post" action="/p/m/${token}">
      <input type="hidden" name="act" value="pace" />
      <div class="field">
        <label for="days">${t('pace')}</label>
        <div class="row">
          <select id="days" name="days">
            ${days.map((count) => html`<option value="${count}" ${count === everyDays && html` selected`}>${label(count)}</option>`)}
          </select>
          <button class="button button--plain">${t('paceAct')}</button>
        </div>
      </div>
    </form>`;
}

function oneLesson({ language }: Course, lesson: Course['lessons'][number], t: Words, token: string): Html {
  const { number, title, body, act: todo, sent, doneOn } = lesson;
  const look = doneOn !== null ? 'number number--held' : sent ? 'number number--next' : 'number';
  const mark = html`<span class="${look}" aria-hidden="true">${number}</span>`;
  if (!sent)
    return html`<li>
      <div class="line">
        ${mark}<span class="muted">${t('notYet', { number, title })}</span
        ><span class="muted small">${t('later')}</span>
      </div>
    </li>`;
  const done =
    doneOn === null
      ? act(token, 'done', t('done'), true, html`<input type="hidden" name="number" value="${number}" />`)
      : html`<p class="muted small">${t('doneOn', { day: fullDate(language, doneOn) })}</p>`;
  return html`<li id="lesson-${number}">
    <div class="lesson">
      <details>
        <summary>${mark}<span>${t('read', { number, title })}</span></summary>
        <div class="text">
          ${trusted(toHtml(body))}
          <section class="act">
            <h3>${t('act')}</h3>
            ${trusted(toHtml(todo))}
          </section>
        </div>
      </details>
      ${done}
    </div>
  </li>`;
}

/** The act of lesson 1, once that was sent. */
function names({ names: kept, lessons }: Course, t: Words, token: string): Html | null {
  if (!lessons[0]?.sent) return null;
  const fields = [1, 2, 3].map((number) => {
    const one = kept[number - 1];
    return html`<fieldset>
      <div class="field">
        <label for="name${number}">${t('namesName', { number })}</label
        ><input type="text" id="name${number}" name="name${number}" maxlength="200" value="${one?.name ?? ''}" />
      </div>
      <div class="field">
        <label for="keen${number}">${t('namesKeen')}</label
        ><input type="text" id="keen${number}" name="keen${number}" maxlength="500" value="${one?.keen ?? ''}" />
      </div>
    </fieldset>`;
  });
  return html`<section class="card" id="names">
    <header>
      <h2>${t('names')}</h2>
      <p class="muted">${t('namesAbout')}</p>
    </header>
    <form method="post" action="/p/m/${token}#names">
      <input type="hidden" name="act" value="names" />
      <div class="people">${fields}</div>
      <div><button class="button">${t('namesAct')}</button></div>
    </form>
    ${
      kept.length > 0 &&
      html`<div class="stack">
        <p><a href="/p/m/${token}/names.csv">${t('namesFile')}</a></p>
        <p><a href="/three-names/${token}">${t('namesHere')}</a></p>
      </div>`
    }
  </section>`;
}

function manage({ module, tips }: Course, t: Words, token: string): Html | null {
  const lessons = module === 'running' || module === 'paused';
  if (!lessons && tips !== 'running') return null;
  return html`<section class="card">
    <header><h2>${t('manage')}</h2></header>
    <div class="row">
      ${lessons && act(token, 'leave_module', t('leaveModule'))}${tips === 'running' && act(token, 'leave_tips', t('leaveTips'))}
    </div>
  </section>`;
}
