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
