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

// And while the app itself is on its way: its words, who is signed in and what to do (data/client.ts takes the answers).
(function () {
  var words = document.querySelector('meta[name="words"]');
  var link = document.createElement('link');
  link.rel = 'modulepreload';
  link.crossOrigin = '';
  link.href = (words && words.getAttribute('data-' + document.documentElement.lang)) || '';
  if (words) document.head.appendChild(link);
  // By address; the first question for it gets this answer.
  var asked = (window.asked = {});
  function ask(path) {
    asked[path] = fetch('/api/v1' + path, { credentials: 'same-origin', headers: { accept: 'application/json' } });
    asked[path].catch(function () {});
    return asked[path];
  }
  var session = ask('/session');
  if (location.pathname !== '/') return;
  // Where it begins, Today as well: for the minutes that were chosen today, else those of the settings (minutes-choice.ts).
  session
    .then(function (answer) {
      return answer.clone().json();
    })
    .then(function (told) {
      var me = told.me;
      // The app was quicker (it lies on the device): it asks itself, and an answer of now would be an old one later.
      if (window.asked !== asked || !me || me.member.role === 'viewer') return;
      var chosen = null;
      try {
        chosen = JSON.parse(localStorage.getItem('aanhouder.minutes') || 'null');
      } catch {
        // The settings hold.
      }
      var own = chosen && chosen.on === me.today && Number.isInteger(chosen.minutes);
      ask('/today?minutes=' + (own ? chosen.minutes : me.member.minutesADay));
      // And the lines above it, which would push it down when they came later.
      ask('/prospecting');
      ask('/calendar/today');
      if (me.member.role === 'owner') ask('/privacy/requests?state=open');
    })
    .catch(function () {});
})();

// Nothing to do until they come: the first date and the first sum that are written load the tables of the language, 90 ms on a phone.
setTimeout(function () {
  var locale = document.documentElement.lang === 'en' ? 'en-GB' : 'nl-NL';
  var day = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' };
  new Intl.DateTimeFormat(locale, day).format(new Date());
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(0);
});
