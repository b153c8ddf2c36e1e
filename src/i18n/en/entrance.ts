export const entrance = {
  signIn: 'Sign in',
  signInAbout: 'De aanhouder wint: whoever goes on, wins.',
  email: 'Mail address',
  password: 'Password',
  enter: 'Sign in',
  tooOften_one:
    'Too many tries. Try again in {{count}} minute, or make a new password on the computer that runs Aanhouder.',
  tooOften_other:
    'Too many tries. Try again in {{count}} minutes, or make a new password on the computer that runs Aanhouder.',
  wrong: 'This mail address and password do not belong together.',
  forgotten: 'Password forgotten? On the computer where Aanhouder runs: aanhouder password reset',
  setup: 'Begin with Aanhouder',
  setupAbout: 'One minute, then your first contact.',
  name: 'Your name',
  workspace: 'Your company',
  passwordHint: 'At least 10 characters. Three words are easy to remember.',
  passwordShort: 'This is too short still.',
  code: 'Setup code',
  codeHint: 'It stands in the output of the server, where Aanhouder was started.',
  make: 'Make my company',
  language: 'Language',
  show: 'Show password',
} as const;
