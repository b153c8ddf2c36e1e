/**
 * The only script of the public page: a slider and its number follow one another, and the result follows both without another page. Without
 * it the form works by its button.
 */
export const script = `'use strict';
(() => {
  const form = document.getElementById('calculator');
  const result = document.getElementById('result');
  if (!form || !result) return;
  form.querySelector('button').hidden = true;
  const number = (name) => form.elements.namedItem(name);
  const names = ['n', 'v', 'k', 'p'];
  const preview = new URLSearchParams(location.search).get('preview');
  const kept = preview === null ? '' : '&preview=' + encodeURIComponent(preview);
  let asked = 0;
  const show = async () => {
    const query = names.map((name) => name + '=' + encodeURIComponent(number(name).value)).join('&') + kept;
    const mine = ++asked;
    try {
      const answer = await fetch(location.pathname + '?' + query, { headers: { accept: 'text/html' } });
      if (!answer.ok || mine !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('result');
      if (!fresh) return;
      const open = result.querySelector('details')?.open ?? false;
      result.replaceChildren(...fresh.childNodes);
      const details = result.querySelector('details');
      if (details) details.open = open;
      history.replaceState(null, '', '?' + query + location.hash);
    } catch {
      form.querySelector('button').hidden = false;
    }
  };
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  };
  for (const name of names) {
    const slider = number(name + 's');
    number(name).addEventListener('input', () => {
      if (number(name).value !== '') slider.value = number(name).value;
      soon();
    });
    slider.addEventListener('input', () => {
      number(name).value = slider.value;
      soon();
    });
  }
})();
`;
