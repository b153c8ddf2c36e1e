/** The tokens of src/web/style/tokens.css that these pages use (style.test.ts holds them against it). As two lists, for older browsers. */
export const tokens = {
  paper: ['#faf8f4', '#11171a'],
  surface: ['#ffffff', '#192125'],
  line: ['#e3ded4', '#2d373b'],
  edge: ['#8b8477', '#78858a'],
  ink: ['#1c2529', '#eae7e0'],
  muted: ['#5a6468', '#a5aeb0'],
  green: ['#0e5a4a', '#6ccdb4'],
  'on-green': ['#ffffff', '#0b1512'],
  'green-soft': ['#dcebe5', '#12362e'],
  ember: ['#a63f0b', '#f3a06b'],
  'ember-soft': ['#fbe6d8', '#43240f'],
} as const;

const listed = (theme: 0 | 1): string =>
  Object.entries(tokens)
    .map(([name, values]) => `--${name}:${values[theme]}`)
    .join(';');

const font = `@font-face{font-family:Figtree;src:url(/p/figtree.woff2) format('woff2');font-weight:300 900;font-display:swap}
@font-face{font-family:'Figtree Fallback';src:local('Arial'),local('Liberation Sans'),local('Helvetica'),local('Roboto');size-adjust:100.3%;ascent-override:94.7%;descent-override:24.9%;line-gap-override:0%}
`;

/** One style sheet for a company: the tokens, its colour in both themes, and the rules. */
export function styleSheet(
  { colour, colourOnDark }: { colour: string; colourOnDark: string },
  hasFont: boolean,
): string {
  return `${hasFont ? font : ''}:root{color-scheme:light dark;${listed(0)};--own:${colour};--on-own:#ffffff}
@media (prefers-color-scheme:dark){:root{${listed(1)};--own:${colourOnDark};--on-own:#0b1512}}
${rules(hasFont ? "Figtree,'Figtree Fallback'," : '')}`;
}

const rules = (family: string): string => `
*,*::before,*::after{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1rem/1.5 ${family}system-ui,sans-serif;-webkit-text-size-adjust:100%}
[hidden]{display:none!important}
body{margin:0}
h1,h2,h3,p,ul,ol,dl,dd{margin:0;padding:0}
h1{font-size:clamp(1.9rem,6vw,2.75rem);line-height:1.12;letter-spacing:-.015em;font-weight:750;text-wrap:balance}
h2{font-size:1.375rem;line-height:1.25;font-weight:700;text-wrap:balance}
h3{font-size:1.0625rem;line-height:1.35;font-weight:700}
a{color:var(--own);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--own);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}
.skip:focus{left:16px;top:12px;background:var(--surface);padding:8px 12px;z-index:1}
.bar,.page,.foot{max-width:44rem;margin-inline:auto;padding-inline:20px}
.bar{display:flex;align-items:center;justify-content:space-between;gap:16px;min-height:72px}
.bar a{display:inline-flex;align-items:center;min-height:44px}
.brand{display:inline-flex;align-items:center;gap:10px;font-weight:700;font-size:1.0625rem;color:var(--ink);text-decoration:none}
.mark{flex:none;fill:none;stroke:var(--own);stroke-width:4.5;stroke-linecap:round;stroke-linejoin:round}
.mark circle{fill:var(--ember);stroke:none}
.page{padding-block:16px 56px;display:grid;gap:40px}
.page>*{min-width:0}
.hero{display:grid;gap:14px;padding-top:8px}
.proverb{color:var(--own);font-weight:650}
.lead{font-size:1.125rem;color:var(--muted);max-width:36em}
.muted{color:var(--muted)}
.small{font-size:.875rem}
.card{background:var(--surface);border:1px solid var(--line);border-radius:16px;padding:24px;display:grid;gap:20px}
.card>header{display:grid;gap:6px}
.stack{display:grid;gap:12px}
.notice{background:var(--ember-soft);color:var(--ink);border-radius:12px;padding:12px 16px}
form{display:grid;gap:20px}
.field{display:grid;gap:6px}
label,.label{font-weight:600}
input[type=text],input[type=email],input[type=tel],input[type=number],textarea,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--edge);border-radius:8px;padding:10px 12px;min-height:48px;width:100%}
textarea{min-height:8.5em;resize:vertical}
.pair{display:grid;grid-template-columns:minmax(0,1fr) 7.5rem;gap:16px;align-items:center}
input[type=range]{width:100%;height:44px;margin:0;accent-color:var(--own);background:none}
input[type=number]{font-variant-numeric:tabular-nums;text-align:right}
.tick{display:grid;grid-template-columns:24px 1fr;gap:12px;align-items:start;font-weight:400;padding-block:6px;cursor:pointer}
.tick input{width:24px;height:24px;margin:0;accent-color:var(--own)}
.button{font:inherit;font-weight:650;border:0;border-radius:12px;min-height:52px;padding:12px 22px;background:var(--own);color:var(--on-own);cursor:pointer;text-decoration:none;display:inline-flex;align-items:center;justify-content:center;text-align:center}
.button:hover{filter:brightness(1.08)}
.button--plain{background:none;color:var(--own);border:1px solid var(--edge);min-height:46px;padding:8px 16px}
.button--plain:hover{filter:none;border-color:var(--own)}
.row{display:flex;flex-wrap:wrap;gap:12px;align-items:center}
.row form{display:contents}
.result{display:grid;gap:10px;padding-top:20px;border-top:1px solid var(--line)}
.amount{font-size:clamp(2.25rem,9vw,3.25rem);line-height:1.05;font-weight:750;letter-spacing:-.02em;font-variant-numeric:tabular-nums;color:var(--own)}
.trail{display:grid;grid-template-columns:repeat(12,minmax(0,20px));gap:6px;list-style:none}
.trail li{aspect-ratio:1;border-radius:50%;border:2px solid var(--edge)}
.trail .held{background:var(--own);border-color:var(--own)}
.trail .next{border-color:var(--ember);border-width:3px}
details>summary{cursor:pointer;font-weight:600;min-height:44px;display:flex;align-items:center;gap:8px;color:var(--own)}
details>summary::marker{content:''}
details>summary::-webkit-details-marker{display:none}
details>summary::before{content:'+';font-weight:700;width:1em;text-align:center}
details[open]>summary::before{content:'–'}
.formula{display:grid;gap:8px;padding-inline-start:1.25em}
.share{word-break:break-all}
.lessons{list-style:none;display:grid;gap:0}
.lessons>li{border-top:1px solid var(--line)}
.lessons>li:first-child{border-top:0}
.lessons summary{gap:12px;padding-block:6px}
.lessons summary::before{order:1;margin-inline-start:auto}
.lessons .lesson{display:grid;gap:8px;padding-block:8px;justify-items:start}
.lessons .lesson>details{width:100%}
.lessons .lesson>:last-child{margin-inline-start:calc(2.25rem + 12px)}
.lessons .text{padding-block:8px 4px}
.lessons .line{display:grid;grid-template-columns:2.25rem 1fr auto;gap:12px;padding-block:10px;align-items:center}
.number{display:inline-grid;place-items:center;width:2rem;height:2rem;border-radius:50%;border:2px solid var(--edge);font-size:.875rem;font-weight:700;font-variant-numeric:tabular-nums}
.lessons summary>.number{flex:none;margin-inline-end:.25rem}
.number--held{background:var(--own);border-color:var(--own);color:var(--on-own)}
.number--next{border-color:var(--ember);border-width:3px}
.text{display:grid;gap:12px;max-width:36em;overflow-wrap:anywhere}
.text ul,.text ol{padding-inline-start:1.4em}
.text h1,.text h2{font-size:1.25rem}
.act{background:var(--green-soft);border-radius:12px;padding:16px;display:grid;gap:8px}
.people{display:grid;gap:16px}
.people fieldset{border:0;margin:0;padding:0;display:grid;gap:12px;grid-template-columns:1fr}
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.foot{padding-block:24px 48px;border-top:1px solid var(--line);display:grid;gap:6px;color:var(--muted);font-size:.875rem}
@media (min-width:640px){.people fieldset{grid-template-columns:1fr 1.4fr}.card{padding:32px}}
@media (prefers-reduced-motion:no-preference){.button{transition:filter .12s}}
`;
