// Before the first paint: the theme and language that this browser chose last. A file, because the policy forbids inline script.
(function () {
  try {
    var theme = localStorage.getItem('aanhouder.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme);
    var language = localStorage.getItem('aanhouder.language');
    document.documentElement.lang =
      language === 'nl' || language === 'en' ? language : navigator.language.slice(0, 2) === 'nl' ? 'nl' : 'en';
  } catch {
    // Storage may be forbidden: the defaults hold.
  }
})();

// And while the app itself is on its way: its words, and who is signed in (data/client.ts takes the answer).
(function () {
  var words = document.querySelector('meta[name="words"]');
  var link = document.createElement('link');
  link.rel = 'modulepreload';
  link.crossOrigin = '';
  link.href = (words && words.getAttribute('data-' + document.documentElement.lang)) || '';
  if (words) document.head.appendChild(link);
  window.sessionAsked = fetch('/api/v1/session', {
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  });
  window.sessionAsked.catch(function () {});
})();
